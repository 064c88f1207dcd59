package io.callsheet.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.callsheet.model.AssetRole;
import io.callsheet.testing.HostileFile;
import io.callsheet.testing.Nowhere;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileMediaTest {
  @TempDir private Path root;

  @ParameterizedTest
  @MethodSource
  void each_is_answered_soon_and_its_refusal_names_the_problem(HostileFile file) throws Exception {
    Files.write(root.resolve(file.name()), file.content());
    AssetRole role = file.name().endsWith(".mp4") ? AssetRole.PERFORMANCE : AssetRole.CHARACTER;
    AssetCheck check = new AssetCheck(new AssetFolder(root), Nowhere.ELSE, new MediaProbe());

    Checked answer =
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> check.check(file.name(), role));

    if (file.says().isEmpty()) {
      assertThat(answer).isInstanceOf(Checked.Usable.class);
    } else {
      assertThat(answer)
          .isInstanceOfSatisfying(
              Checked.Unusable.class,
              refused -> assertThat(refused.problem()).contains(file.name(), file.says()));
    }
  }

  static List<HostileFile> each_is_answered_soon_and_its_refusal_names_the_problem() {
    return HostileMedia.files();
  }
}
