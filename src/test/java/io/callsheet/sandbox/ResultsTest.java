package io.callsheet.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.asset.MediaProbe;
import io.callsheet.model.AssetFacts;
import io.callsheet.model.MediaType;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-in renders and their addresses. */
class ResultsTest {
  private final SettableClock clock = new SettableClock();

  @ParameterizedTest
  @ValueSource(longs = {3000, 3040, 5999})
  void a_render_is_exactly_as_long_as_its_performance(long millis, @TempDir Path home)
      throws Exception {
    HttpResponse<byte[]> answer = render(home, Media.png(360, 480), millis);
    Path file = Files.write(home.resolve("render.mp4"), answer.body());
    AssetFacts facts = new MediaProbe().probe(file);
    assertThat(facts.type()).isEqualTo(MediaType.MP4);
    assertThat(facts.length()).isEqualTo(Duration.ofMillis(millis));
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("video/mp4");
  }

  @Test
  void a_render_has_the_shape_of_its_character(@TempDir Path home) throws Exception {
    byte[] wide = render(home, Media.jpeg(850, 340), 3000).body();
    AssetFacts facts = new MediaProbe().probe(Files.write(home.resolve("render.mp4"), wide));
    assertThat(List.of(facts.width(), facts.height())).isEqualTo(List.of(320, 128));
  }

  @Test
  void the_same_order_gives_the_same_bytes_in_another_life(@TempDir Path one, @TempDir Path other)
      throws Exception {
    byte[] first = render(one, Media.png(360, 480), 3040).body();
    assertThat(render(other, Media.png(360, 480), 3040).body()).isEqualTo(first);
    for (String header : List.of("mvhd", "tkhd", "mdhd")) {
      assertThat(timeOfMaking(first, header)).as(header).isEqualTo(Instant.EPOCH);
    }
  }

  /** A header box is its name, four bytes of version and flags, and seconds since 1904. */
  private static Instant timeOfMaking(byte[] movie, String header) {
    int at = new String(movie, ISO_8859_1).indexOf(header);
    long seconds = ByteBuffer.wrap(movie).getInt(at + 8) & 0xffff_ffffL;
    return Instant.parse("1904-01-01T00:00:00Z").plusSeconds(seconds);
  }

  @Test
  void an_address_ends_and_the_next_status_gives_a_fresh_one(@TempDir Path home) throws Exception {
    try (Sandbox sandbox = start(home);
        Client client = new Client(sandbox)) {
      String task = order(client, Media.png(360, 480), 3000);
      String address = address(client, task);
      clock.advance(Duration.ofHours(24).minusMillis(1));
      assertThat(client.fetch(address).statusCode()).isEqualTo(200);
      clock.advance(Duration.ofMillis(1));
      assertThat(client.fetch(address).statusCode()).isEqualTo(410);
      assertThat(client.fetch(address(client, task)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void an_address_cannot_be_made_up(@TempDir Path home) throws Exception {
    try (Sandbox sandbox = start(home);
        Client client = new Client(sandbox)) {
      String task = order(client, Media.png(360, 480), 3000);
      String address = address(client, task);
      List<String> forged = new ArrayList<>();
      forged.add(address.replaceFirst("/files/\\d", "/files/9"));
      forged.add(address.replace(task, "0123456789ABCDEF"));
      forged.add(sandbox.vidgoUrl() + "/files/../account.json");
      for (String wrong : forged) {
        assertThat(client.fetch(wrong).statusCode()).as(wrong).isEqualTo(404);
      }
    }
  }

  private HttpResponse<byte[]> render(Path home, byte[] image, long millis) throws Exception {
    try (Sandbox sandbox = start(home);
        Client client = new Client(sandbox)) {
      return client.fetch(address(client, order(client, image, millis)));
    }
  }

  private Sandbox start(Path home) throws Exception {
    return Sandbox.start(home, Settings.rendering(Duration.ofSeconds(10)), 0, clock);
  }

  private String order(Client client, byte[] image, long millis) {
    String task =
        client.accepted(
            Client.order(
                client.upload("a.image", image),
                client.upload("v.mp4", Media.mp4(Duration.ofMillis(millis)))));
    clock.advance(Duration.ofSeconds(10));
    return task;
  }

  private static String address(Client client, String task) {
    return client.status(task).path("files").get(0).path("file_url").stringValue();
  }
}
