package io.callsheet.job;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A folder with a manifest and assets, in which job files are written and loaded. */
record JobFolder(Path root) {

  static final String LEAST =
      """
      name: spring
      manifest: rows.csv
      assets: media
      output: out
      spend: {cap: 100}
      provider: {name: sandbox}
      """;

  static JobFolder in(Path root) throws IOException {
    Files.writeString(root.resolve("rows.csv"), "character,performance\n");
    Files.createDirectories(root.resolve("media"));
    return new JobFolder(root);
  }

  Job load(String yaml) throws IOException, JobFileProblems {
    return new JobLoader(Set.of("fail", "slow-submit")).load(write(yaml));
  }

  /** The messages, one a line, each without the folder. */
  String problems(String yaml) throws IOException {
    Path file = write(yaml);
    JobFileProblems problems =
        catchThrowableOfType(
            JobFileProblems.class, () -> new JobLoader(Set.of("fail", "slow-submit")).load(file));
    return problems == null
        ? "no problems"
        : String.valueOf(problems.getMessage()).replace(root + "/", "");
  }

  Path write(String yaml) throws IOException {
    return Files.write(root.resolve("job.yaml"), yaml.getBytes(StandardCharsets.UTF_8));
  }
}
