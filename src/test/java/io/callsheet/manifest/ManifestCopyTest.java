package io.callsheet.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.job.ManifestSource;
import io.callsheet.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestCopyTest {

  private static final ManifestCopy.Objects NO_BUCKET =
      object -> {
        throw new IOException("asked for " + object);
      };

  @TempDir private Path folder;

  @Test
  void copies_and_hashes_every_byte_and_replaces_an_older_copy() throws Exception {
    byte[] bytes = new byte[300_001];
    new Random(1).nextBytes(bytes);
    Path manifest = Files.write(folder.resolve("rows.csv"), bytes);
    Path copy = Files.writeString(folder.resolve("copy.csv"), "older");
    assertThat(copy(manifest, copy))
        .isEqualTo(new ManifestCopy(copy, Sha256.of(bytes), bytes.length));
    assertThat(copy).hasBinaryContent(bytes);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("rows.csv", "copy.csv");
  }

  @Test
  void leaves_nothing_behind_when_it_fails() throws IOException {
    Path manifest = Files.writeString(folder.resolve("rows.csv"), "x");
    Path folderInTheWay = Files.createDirectories(folder.resolve("copy.csv/full")).getParent();
    assertThatThrownBy(() -> copy(manifest, folderInTheWay)).isInstanceOf(IOException.class);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("rows.csv", "copy.csv");
  }

  @Test
  void says_what_it_cannot_copy() {
    Path absent = folder.resolve("absent.csv");
    assertThatThrownBy(() -> copy(absent, folder.resolve("c")))
        .isInstanceOf(ManifestUnreadable.class)
        .hasMessage(absent + ": there is no such file");
    assertThatThrownBy(() -> copy(folder, folder.resolve("c")))
        .isInstanceOf(ManifestUnreadable.class)
        .hasMessage(folder + ": is a folder: name a CSV or XLSX file");
  }

  @Test
  void copies_both_files_of_a_matrix_and_hashes_where_one_ends() throws Exception {
    Path pairs = Files.createDirectory(folder.resolve("pairs"));
    Files.writeString(pairs.resolve("characters.csv"), "ab");
    Files.writeString(pairs.resolve("performances.csv"), "c");
    ManifestSource source = new ManifestSource(new ManifestSource.OnDisk(pairs), null, true);
    ManifestCopy first = ManifestCopy.of(source, folder.resolve("c"), NO_BUCKET);
    assertThat(first.file().resolve("performances.csv")).hasContent("c");
    Files.writeString(pairs.resolve("characters.csv"), "a");
    Files.writeString(pairs.resolve("performances.csv"), "bc");
    ManifestCopy second = ManifestCopy.of(source, folder.resolve("c"), NO_BUCKET);
    assertThat(second.sha256()).isNotEqualTo(first.sha256());
    Files.delete(pairs.resolve("characters.csv"));
    assertThatThrownBy(() -> ManifestCopy.of(source, folder.resolve("c"), NO_BUCKET))
        .hasMessageStartingWith(pairs + ": has no characters.csv");
    ManifestCopy.delete(folder.resolve("c"));
    assertThat(folder.toFile().list()).containsExactly("pairs");
  }

  @Test
  void reads_what_lies_in_a_bucket() throws Exception {
    ManifestSource source =
        new ManifestSource(ManifestSource.Place.of("s3://june/a/rows.csv", folder), null, false);
    ManifestCopy copy =
        ManifestCopy.of(
            source,
            folder.resolve("c"),
            object -> new ByteArrayInputStream((object.bucket() + object.key()).getBytes(UTF_8)));
    assertThat(copy.file()).hasContent("junea/rows.csv");
  }

  private static ManifestCopy copy(Path manifest, Path to) throws IOException, ManifestUnreadable {
    return ManifestCopy.of(ManifestSource.file(manifest), to, NO_BUCKET);
  }
}
