package io.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.job.Job;
import io.callsheet.job.JobLoader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterTest {

  @TempDir private Path folder;

  private final StringWriter said = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(said, true), new PrintWriter(said, true), false);

  @Test
  void writes_a_job_that_can_be_run_and_says_how() throws Exception {
    Path target = folder.resolve("Früh Jahr 26!");
    new Starter(target).write(terminal);
    Job job = new JobLoader(Set.of()).load(target.resolve("fr-h-jahr-26.yaml"));
    assertThat(job.name()).isEqualTo("fr-h-jahr-26");
    assertThat(Files.readAllLines(target.resolve("manifest.csv")))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("row_key,character,performance");
    for (String line : Files.readAllLines(target.resolve("manifest.csv")).subList(1, 3)) {
      assertThat(job.assets().resolve(line.split(",")[1])).isNotEmptyFile();
      assertThat(job.assets().resolve(line.split(",")[2])).isNotEmptyFile();
    }
    assertThat(said.toString()).contains("callsheet plan ").contains("--yes");
  }

  @Test
  void overwrites_nothing() throws Exception {
    Files.writeString(folder.resolve("manifest.csv"), "mine");
    assertThatThrownBy(() -> new Starter(folder).write(terminal))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("manifest.csv is there already");
    assertThat(folder.toFile().list()).containsExactly("manifest.csv");
  }
}
