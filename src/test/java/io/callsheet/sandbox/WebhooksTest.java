package io.callsheet.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** vidgo-api, Webhook. */
class WebhooksTest {
  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer receiver;
  private volatile int refusals;

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/hook/t0ken",
        call -> {
          received.add(new String(call.getRequestBody().readAllBytes(), UTF_8));
          call.sendResponseHeaders(received.size() <= refusals ? 503 : 204, -1);
          call.close();
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void the_end_of_a_task_is_told_again_until_it_is_heard(@TempDir Path home) throws IOException {
    refusals = 1;
    var settings = Settings.rendering(Duration.ofMillis(100));
    try (Sandbox sandbox =
            new Startup(settings, Clock.systemUTC(), new ProbedMedia(), callback -> true)
                .start(home, 0);
        Client client = new Client(sandbox)) {
      var order =
          Client.order(
              client.upload("a.png", Media.png(360, 480)),
              client.upload("v.mp4", Media.mp4(Duration.ofMillis(3000))));
      order.put(
          "callback_url", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook/t0ken");
      String task = client.accepted(order);

      await().atMost(Duration.ofSeconds(10)).until(() -> received.size() == 2);
      JsonNode body = Client.JSON.readTree(received.get(1));
      assertThat(body.path("code").intValue()).isEqualTo(200);
      assertThat(body.path("data").path("task_id").stringValue()).isEqualTo(task);
      assertThat(body.path("data").path("status").stringValue()).isEqualTo("finished");
      assertThat(body.path("data").path("files")).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://hooks.example.com/t/1, true",
    "https://93.184.215.14/t, true",
    "https://[2606:2800:21f:cb07::1]/t, true",
    "http://hooks.example.com/t, false",
    "https://localhost/t, false",
    "https://intranet/t, false",
    "https://printer.local/t, false",
    "https://127.0.0.1/t, false",
    "https://10.1.2.3/t, false",
    "https://100.64.0.1/t, false",
    "https://169.254.169.254/t, false",
    "https://0.0.0.0/t, false",
    "https://2130706433/t, false",
    "https://0x7f.1/t, false",
    "https://[::1]/t, false",
    "https://[fd00::1]/t, false",
    "https://[::ffff:127.0.0.1]/t, false",
    "https:///t, false",
  })
  void only_public_https_addresses_are_called(String address, boolean allowed) {
    assertThat(new PublicHttps().allows(URI.create(address))).isEqualTo(allowed);
  }
}
