package io.callsheet.provider.vidgo;

import static io.callsheet.provider.vidgo.ScriptedServer.hangAfter;
import static io.callsheet.provider.vidgo.ScriptedServer.json;
import static io.callsheet.provider.vidgo.ScriptedServer.raw;
import static io.callsheet.provider.vidgo.ScriptedServer.reply;
import static io.callsheet.provider.vidgo.ScriptedServer.reset;
import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.provider.DownloadOutcome;
import io.callsheet.provider.DownloadOutcome.Broken;
import io.callsheet.provider.DownloadOutcome.Fetched;
import io.callsheet.provider.DownloadOutcome.Forbidden;
import io.callsheet.provider.DownloadOutcome.Gone;
import io.callsheet.provider.DownloadOutcome.NoRoom;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class DownloadTest {
  private static final String VIDEO = "a video, by name ".repeat(50_000);
  private static final String SMALL_HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n";

  @TempDir Path folder;

  @Test
  void fetches_all_bytes_without_the_key() throws Exception {
    try (ScriptedServer server = new ScriptedServer(reply(200, "", VIDEO));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.download(URI.create(server.uri() + "/a.mp4?sig=1"), target()))
          .isEqualTo(new Fetched(VIDEO.length()));
      assertThat(target()).hasContent(VIDEO);
      assertThat(server.requests().get(0).line()).isEqualTo("GET /a.mp4?sig=1 HTTP/1.1");
      assertThat(server.requests().get(0).header("Authorization")).isEmpty();
      assertThat(server.requests().get(0).toString()).doesNotContain(Clients.KEY);
    }
  }

  @Test
  void fetches_chunks_of_unannounced_length() throws Exception {
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
    assertThat(answeredWith(raw(chunked))).isEqualTo(new Fetched(5));
    assertThat(target()).hasContent("abcde");
  }

  @Test
  void follows_a_redirect_without_the_key() throws Exception {
    try (ScriptedServer place = new ScriptedServer(reply(200, "", "video"));
        ScriptedServer server =
            new ScriptedServer(
                reply(302, "Location: /b.mp4\r\n", "moved"),
                reply(307, "Location: " + place.uri() + "/c.mp4\r\n", ""));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.download(URI.create(server.uri() + "/a.mp4"), target()))
          .isEqualTo(new Fetched(5));
      assertThat(target()).hasContent("video");
      assertThat(server.requests().get(1).line()).startsWith("GET /b.mp4");
      assertThat(place.requests().toString()).doesNotContain(Clients.KEY);
    }
  }

  @Test
  void does_not_follow_for_ever_or_to_forbidden_places() throws Exception {
    ScriptedServer.Answer again = reply(302, "Location: /a.mp4\r\n", "");
    try (ScriptedServer server =
            new ScriptedServer(again, again, again, again, again, again, again);
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.download(URI.create(server.uri() + "/a.mp4"), target()))
          .isInstanceOf(Broken.class);
      assertThat(server.requests()).hasSize(6);
    }
    assertThat(answeredWith(reply(302, "Location: file:///etc/passwd\r\n", "")))
        .isInstanceOf(Forbidden.class);
    assertThat(target()).doesNotExist();
  }

  @Test
  void a_public_service_is_not_followed_inside() throws Exception {
    try (ScriptedServer inside = new ScriptedServer(reply(200, "", "secret"));
        VidgoClient client = Clients.to(URI.create("http://93.184.215.14"))) {
      assertThat(client.download(inside.uri(), target())).isInstanceOf(Forbidden.class);
      assertThat(inside.connections()).isZero();
      assertThat(target()).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410})
  void a_file_that_is_no_longer_served_is_gone(int status) throws Exception {
    assertThat(answeredWith(json(status, "no")))
        .isInstanceOfSatisfying(
            Gone.class,
            gone -> {
              assertThat(gone.http()).isEqualTo(status);
              assertThat(gone.message()).contains("/a.mp4").doesNotContain("sig");
            });
    assertThat(target()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 206, 304, 400, 429, 500, 503})
  void any_other_answer_is_worth_another_try(int status) throws Exception {
    assertThat(answeredWith(raw("HTTP/1.1 " + status + " Said\r\nContent-Length: 0\r\n\r\n")))
        .isInstanceOfSatisfying(
            Broken.class, broken -> assertThat(broken.http()).isEqualTo(status));
    assertThat(target()).doesNotExist();
  }

  @Test
  void fewer_bytes_than_announced_are_broken_and_leave_nothing() throws Exception {
    assertThat(answeredWith(raw(SMALL_HEAD + "only this"))).isInstanceOf(Broken.class);
    assertThat(target()).doesNotExist();
  }

  @Test
  void an_empty_file_is_broken() throws Exception {
    assertThat(answeredWith(reply(200, "", ""))).isInstanceOf(Broken.class);
    assertThat(target()).doesNotExist();
  }

  @Test
  void a_reset_is_broken() throws Exception {
    assertThat(answeredWith(reset())).isInstanceOf(Broken.class);
    assertThat(target()).doesNotExist();
  }

  @Test
  void silence_is_broken() throws Exception {
    assertThat(answeredWith(hangAfter(SMALL_HEAD + "some")))
        .isInstanceOfSatisfying(
            Broken.class, broken -> assertThat(broken.message()).contains("not a byte for"));
    assertThat(target()).doesNotExist();
  }

  @Test
  void dripping_ends_with_the_whole_time() throws Exception {
    try (ScriptedServer server = new ScriptedServer()) {
      server.add(server.dripAfter("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
      assertThat(fetcher(server, 1 << 20).fetch(server.uri().resolve("/a.mp4"), target()))
          .isInstanceOfSatisfying(
              Broken.class, broken -> assertThat(broken.message()).contains("not complete within"));
      assertThat(target()).doesNotExist();
    }
  }

  @Test
  void more_than_any_result_has_is_forbidden_announced_or_not() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            reply(200, "", "x".repeat(1001)), raw("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1001)))) {
      ResultFetcher fetcher = fetcher(server, 1000);
      for (int i = 0; i < 2; i++) {
        assertThat(fetcher.fetch(server.uri().resolve("/a.mp4"), target()))
            .isInstanceOf(Forbidden.class);
        assertThat(target()).doesNotExist();
      }
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void a_target_that_cannot_be_written_is_told_before_anything_is_asked() throws Exception {
    Files.writeString(target(), "mine");
    assertThat(answeredWith(reply(200, "", "video"))).isInstanceOf(NoRoom.class);
    assertThat(target()).as("what was there stays").hasContent("mine");
    try (ScriptedServer server = new ScriptedServer();
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.download(server.uri(), folder.resolve("no/such/folder")))
          .isInstanceOf(NoRoom.class);
      assertThat(server.connections()).isZero();
    }
  }

  private Path target() {
    return folder.resolve("a.part");
  }

  private static ResultFetcher fetcher(ScriptedServer server, long largest) {
    return new ResultFetcher(
        HttpClient.newHttpClient(),
        new ResultUrlRule(server.uri(), ResultUrlRule.DNS),
        new PlainWords("key"),
        Duration.ofMillis(700),
        Duration.ofMillis(400),
        largest);
  }

  private DownloadOutcome answeredWith(ScriptedServer.Answer answer) throws Exception {
    try (ScriptedServer server = new ScriptedServer(answer, answer);
        VidgoClient client = Clients.impatient(server.uri())) {
      return client.download(URI.create(server.uri() + "/a.mp4?sig=1"), target());
    }
  }
}
