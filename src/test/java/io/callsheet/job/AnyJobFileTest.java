package io.callsheet.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.testing.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class AnyJobFileTest {
  private static final List<String> WORDS =
      List.of(
          ": ",
          "\n",
          "  ",
          "- ",
          "{",
          "}",
          "[",
          "]",
          "&a ",
          "*a",
          "<<: ",
          "? ",
          "|",
          ">",
          "'",
          "\"",
          "#",
          "!!",
          "!<tag:x>",
          "%YAML 99999999999.1\n---\n",
          "---\n",
          "...\n",
          "\\UFFFFFFFF",
          "\\x",
          "\t",
          "\0",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "🎬",
          "spend:",
          "cap",
          "1e999999999",
          "-1",
          "0x10",
          "1_0",
          "99999999999999999999",
          "../",
          "~",
          "null",
          "{row_key}",
          "5s-",
          "%",
          "s3://",
          "NaN");

  @TempDir private Path root;

  @Test
  void any_job_file_is_a_job_or_names_its_problems() throws Exception {
    JobFolder folder = JobFolder.in(root);
    Mutations mutations =
        new Mutations(
            1,
            List.of(
                JobFolder.LEAST.getBytes(UTF_8),
                Files.readAllBytes(Path.of("jobs/summer-launch.yaml")),
                Files.readAllBytes(Path.of("jobs/vidgo-example.yaml"))),
            WORDS);
    int jobs = 0;
    for (int i = 0; i < 1_500; i++) {
      jobs += check(folder, mutations.next());
    }
    assertThat(jobs).as("some damage is harmless").isGreaterThan(2);
  }

  private static int check(JobFolder folder, byte[] bytes) throws IOException {
    try {
      return AnyJobFile.check(Files.write(folder.root().resolve("job.yaml"), bytes)) ? 1 : 0;
    } catch (RuntimeException | Error e) {
      throw new AssertionError(e.getMessage() + "\nof the file\n" + new String(bytes, UTF_8), e);
    }
  }
}
