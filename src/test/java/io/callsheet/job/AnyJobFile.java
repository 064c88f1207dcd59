package io.callsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** What holds for any bytes that are handed in as a job file. */
final class AnyJobFile {
  private AnyJobFile() {}

  /** The door of Jazzer. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("job-", ".yaml");
    try {
      check(Files.write(file, bytes));
    } finally {
      Files.delete(file);
    }
  }

  /** A job, or problems each of which says where and what; whether it was a job. */
  static boolean check(Path file) throws IOException {
    // With the line breaks that only YAML knows.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    long lines = 1 + text.split("\\R", -1).length;
    try {
      Job job = new JobLoader(Set.of("fail", "slow-submit")).load(file);
      assertThat(job.name()).matches("[a-z0-9-]+");
      return true;
    } catch (JobFileProblems e) {
      assertThat(e.problems())
          .isNotEmpty()
          .allSatisfy(
              problem -> {
                assertThat((long) problem.line()).isBetween(0L, lines);
                assertThat(problem.problem())
                    .isNotBlank()
                    .hasSizeLessThan(1000)
                    .doesNotContain("Exception", "java.", "org.yaml");
              });
      return false;
    }
  }
}
