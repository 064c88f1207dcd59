package io.callsheet.asset.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.asset.Resolved;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostileServerTest extends WebAssets {
  @Test
  void refuses_a_web_page_and_what_is_packed() throws Exception {
    server.on(
        "/page",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          FileServer.send(exchange, 200, "<html>".getBytes());
        });
    server.on(
        "/packed",
        exchange -> {
          assertThat(exchange.getRequestHeaders().getFirst("Accept-Encoding"))
              .isEqualTo("identity");
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          FileServer.send(exchange, 200, new byte[100]);
        });

    assertThat(problem(url("/page"))).contains("leads to a web page, not to a file");
    assertThat(problem(url("/packed"))).contains("comes packed (gzip)");
  }

  @Test
  void takes_no_more_than_the_service_does() throws Exception {
    server.on("/announced", exchange -> exchange.sendResponseHeaders(200, 10_500_000));
    AtomicInteger megabytes = new AtomicInteger();
    server.on(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          for (; megabytes.get() < 1000; megabytes.incrementAndGet()) {
            out.write(new byte[1_000_000]);
          }
        });

    assertThat(problem(url("/announced"))).endsWith("has 10.5 MB; the service takes at most 10 MB");
    assertThat(problem(url("/endless"))).contains("has more than 10 MB");
    assertThat(megabytes.get()).isLessThan(1000);
    assertThat(left()).isEmpty();
  }

  @Test
  void does_not_wait_for_a_server_that_drips() throws Exception {
    limits =
        new FetchLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(1), 1, Duration.ZERO);
    CountDownLatch end = new CountDownLatch(1);
    server.on(
        "/a.png",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          drip(exchange.getResponseBody(), end);
        });

    assertThat(problem(url("/a.png"))).contains("did not come within 1 s (tried 1 times)");
    end.countDown();
    assertThat(left()).isEmpty();
  }

  @Test
  void does_not_wait_for_headers_that_drip() throws Exception {
    allowHttp = true;
    limits =
        new FetchLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(1), 1, Duration.ZERO);
    try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CountDownLatch end = new CountDownLatch(1);
      Thread server =
          new Thread(
              () -> {
                try (var socket = slow.accept()) {
                  drip(socket.getOutputStream(), end);
                } catch (IOException e) {
                  // The client hung up, as it should.
                }
              });
      server.start();

      assertThat(problem("http://files.test:" + slow.getLocalPort() + "/a"))
          .contains("did not come within 1 s");
      end.countDown();
      server.join();
    }
  }

  @Test
  void ends_with_the_run() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    server.on(
        "/a.png",
        exchange -> {
          over.set(true);
          exchange.sendResponseHeaders(200, 0);
          drip(exchange.getResponseBody(), end);
        });

    assertThat(fetch(url("/a.png"))).isEqualTo(new Resolved.Unknown(""));
    end.countDown();
  }

  @Test
  void a_full_disk_is_no_problem_of_the_reference() throws Exception {
    server.file("/a.png", "x".getBytes());
    Files.writeString(folder.resolve("fetched"), "a file where the folder should be");

    assertThat(fetch(url("/a.png")))
        .isInstanceOfSatisfying(
            Resolved.Unknown.class,
            unknown -> assertThat(unknown.reason()).contains("cannot write fetched files"));
  }

  @Test
  void refuses_headers_without_end() throws Exception {
    server.on(
        "/a.png",
        exchange -> {
          exchange.getResponseHeaders().set("X-Long", "x".repeat(100_000));
          FileServer.send(exchange, 200, "x".getBytes());
        });

    assertThat(problem(url("/a.png"))).contains("the connection to files.test broke");
  }

  private static void drip(OutputStream out, CountDownLatch end) {
    try {
      while (!end.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
        out.write('H');
        out.flush();
      }
    } catch (IOException | InterruptedException e) {
      // The client hung up, as it should.
    }
  }
}
