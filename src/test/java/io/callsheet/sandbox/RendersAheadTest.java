package io.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RendersAheadTest {
  private final SettableClock clock = new SettableClock();

  @TempDir private Path home;

  @Test
  void a_render_is_made_while_its_task_runs_and_only_once() throws Exception {
    try (Sandbox sandbox =
            Sandbox.start(home, Settings.rendering(Duration.ofSeconds(10)), 0, clock);
        Client client = new Client(sandbox)) {
      String image = client.upload("a.png", Media.png(360, 480));
      String video = client.upload("v.mp4", Media.mp4(Duration.ofMillis(3000)));
      String first = client.accepted(Client.order(image, video));
      await().atMost(Duration.ofSeconds(30)).until(() -> renders().size() == 1);
      Path made = renders().get(0);
      FileTime at = Files.getLastModifiedTime(made);

      String second = client.accepted(Client.order(image, video));
      clock.advance(Duration.ofSeconds(10));

      assertThat(client.fetch(address(client, first)).body()).isEqualTo(Files.readAllBytes(made));
      assertThat(client.fetch(address(client, second)).body()).isEqualTo(Files.readAllBytes(made));
      assertThat(renders()).containsExactly(made);
      assertThat(Files.getLastModifiedTime(made)).isEqualTo(at);
    }
  }

  private List<Path> renders() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("renders"))) {
      return files.filter(file -> !file.endsWith("unfinished.mp4")).toList();
    }
  }

  private static String address(Client client, String task) {
    return client.status(task).path("files").get(0).path("file_url").stringValue();
  }
}
