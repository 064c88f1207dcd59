package io.callsheet.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.RowKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** What holds for any bytes that are handed in as a manifest. */
final class AnyManifest {
  private static final int LONGEST_MESSAGE = 4000;

  private AnyManifest() {}

  /** The door of Jazzer. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("manifest-", ".any");
    try {
      check(Files.write(file, bytes));
    } finally {
      Files.delete(file);
    }
  }

  /**
   * Each row of it is good, or bad for a reason, or it is refused for a reason.
   *
   * @return the rows that were read
   */
  static long check(Path file) throws IOException {
    long rows = 0;
    try (ManifestReader reader = Manifests.open(file)) {
      int width = reader.header().size();
      Set<RowKey> keys = new HashSet<>();
      long line = 0;
      for (ManifestRow row = reader.next(); row != null; row = reader.next()) {
        rows++;
        assertThat(row.number()).isEqualTo(rows);
        assertThat(row.line()).isGreaterThan(line);
        assertThat(row.cells()).hasSize(width).noneMatch(cell -> cell.indexOf('\0') >= 0);
        assertThat(keys.add(row.key())).isTrue();
        checkContent(row);
        line = row.line();
      }
    } catch (ManifestUnreadable e) {
      checkMessage(e.getMessage());
      assertThat(e.getMessage()).startsWith(Manifests.NAMED.toString());
    }
    return rows;
  }

  private static void checkContent(ManifestRow row) {
    if (row instanceof ManifestRow.Good good) {
      assertThat(good.character()).isNotBlank();
      assertThat(good.performance()).isNotBlank();
      return;
    }
    assertThat(((ManifestRow.Bad) row).problems())
        .isNotEmpty()
        .allSatisfy(
            problem -> {
              assertThat(problem.line()).isEqualTo(row.line());
              checkMessage(problem.sentence());
            });
  }

  private static void checkMessage(String message) {
    assertThat(message)
        .isNotBlank()
        .hasSizeLessThan(LONGEST_MESSAGE)
        .doesNotContain("Exception", "java.", "null");
  }
}
