package io.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.job.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/** The S3 server as Amazon's own SDK sees it, and how both servers start. */
class StorageServerTest {
  private @TempDir Path home;

  @Test
  void keeps_objects_with_their_metadata_over_a_restart() throws IOException {
    try (Sandbox sandbox = start(0);
        Client client = new Client(sandbox)) {
      client.s3.putObject(
          r ->
              r.bucket(sandbox.bucket())
                  .key("p/a.png")
                  .contentType("image/png")
                  .metadata(Map.of("sha256", "abc")),
          RequestBody.fromString("hello"));
    }
    try (Sandbox sandbox = start(0);
        Client client = new Client(sandbox)) {
      var object = client.s3.getObjectAsBytes(r -> r.bucket(sandbox.bucket()).key("p/a.png"));
      assertThat(object.asUtf8String()).isEqualTo("hello");
      assertThat(object.response().contentType()).isEqualTo("image/png");
      assertThat(object.response().metadata()).containsEntry("sha256", "abc");
    }
  }

  @Test
  void serves_a_presigned_url_and_nothing_without_a_signature() throws IOException {
    try (Sandbox sandbox = start(0);
        Client client = new Client(sandbox)) {
      String url = client.upload("a.txt", "hello".getBytes());
      assertThat(new String(client.fetch(url).body())).isEqualTo("hello");
      assertThat(client.fetch(url.replaceFirst("\\?.*", "")).statusCode()).isEqualTo(403);
      assertThat(client.fetch(url.replace("Expires=600", "Expires=601")).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void sweeps_what_a_kill_in_the_middle_of_a_put_left_behind() throws IOException {
    start(0).close();
    Path bucket = home.resolve("s3").resolve("callsheet");
    Files.writeString(
        bucket.resolve("a.png-0f8fad5b-d9cb-469f-a165-70867728950e"), "half of a pictu");
    try (Sandbox sandbox = start(0);
        Client client = new Client(sandbox)) {
      assertThat(client.s3.listObjectsV2(r -> r.bucket(sandbox.bucket())).contents()).isEmpty();
    }
  }

  @Test
  void says_that_another_sandbox_has_the_home_open() throws IOException {
    try (Sandbox first = start(0)) {
      assertThat(first.vidgoUrl().getHost()).isEqualTo("127.0.0.1");
      Startup second =
          new Startup(
              SandboxSettings.DEFAULT, Clock.systemUTC(), new ProbedMedia(), new PublicHttps());
      assertThatThrownBy(() -> second.start(home, 0))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another sandbox is running in " + home);
    }
  }

  @Test
  void waits_for_another_sandbox_that_is_about_to_end() throws Exception {
    Sandbox first = start(0);
    CompletableFuture<Sandbox> second =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return start(0);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    first.close();

    second.get(30, TimeUnit.SECONDS).close();
  }

  @Test
  void says_that_the_port_it_was_told_is_taken_and_leaves_nothing_running() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> start(taken.getLocalPort()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("port " + taken.getLocalPort())
          .hasMessageContaining("--port");
    }
    start(0).close();
  }

  @Test
  void takes_other_ports_when_those_of_last_time_are_taken() throws IOException {
    Sandbox before = start(0);
    before.close();
    var loopback = InetAddress.getByName("127.0.0.1");
    try (ServerSocket one = new ServerSocket(before.vidgoUrl().getPort(), 1, loopback);
        ServerSocket two = new ServerSocket(before.s3Url().getPort(), 1, loopback);
        Sandbox now = start(0);
        Client client = new Client(now)) {
      assertThat(now.vidgoUrl().getPort()).isNotEqualTo(one.getLocalPort());
      assertThat(now.s3Url().getPort()).isNotEqualTo(two.getLocalPort());
      assertThat(client.balance()).isEqualTo("5000");
    }
  }

  private Sandbox start(int port) throws IOException {
    return Sandbox.start(home, SandboxSettings.DEFAULT, port, Clock.systemUTC());
  }
}
