package io.callsheet.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.callsheet.testing.HostileFile;
import io.callsheet.testing.HostileTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTablesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource
  void each_is_refused_soon_and_the_refusal_names_the_problem(HostileFile file) throws Exception {
    Path path = Files.write(folder.resolve(file.name()), file.content());

    String refusal =
        assertTimeoutPreemptively(Duration.ofSeconds(15), () -> Manifests.refusal(path));

    assertThat(refusal).startsWith("spring.csv:").contains(file.says());
  }

  static List<HostileFile> each_is_refused_soon_and_the_refusal_names_the_problem() {
    return HostileTables.files();
  }
}
