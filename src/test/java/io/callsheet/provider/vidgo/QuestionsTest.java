package io.callsheet.provider.vidgo;

import static io.callsheet.provider.vidgo.ScriptedServer.hangUp;
import static io.callsheet.provider.vidgo.ScriptedServer.json;
import static io.callsheet.provider.vidgo.ScriptedServer.raw;
import static io.callsheet.provider.vidgo.ScriptedServer.reply;
import static io.callsheet.provider.vidgo.ScriptedServer.reset;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.callsheet.model.TaskId;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.provider.StatusOutcome.KeyRefused;
import io.callsheet.provider.StatusOutcome.NoAnswer;
import io.callsheet.provider.StatusOutcome.Working;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a question, over real sockets. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QuestionsTest {
  private static final TaskId TASK = new TaskId("T1");
  private static final String BODY = "{\"code\":200,\"data\":{\"status\":\"%s\"}}";

  @TempDir Path folder;

  @Test
  void a_connection_is_kept_for_the_next_question() throws Exception {
    try (ScriptedServer server = new ScriptedServer(says("a"), says("b"));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.status(TASK)).isEqualTo(new Working("a"));
      assertThat(client.status(TASK)).isEqualTo(new Working("b"));
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void submits_and_downloads_use_no_connection_of_a_question() throws Exception {
    try (ScriptedServer server = new ScriptedServer(says("a"), json(400, ""), json(404, ""));
        VidgoClient client = Clients.to(server.uri())) {
      client.status(TASK);
      client.submit(Clients.REQUEST);
      client.download(server.uri(), folder.resolve("a.part"));
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void a_connection_closed_without_a_word_costs_no_answer() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(closing("a"), closing("b"), closing("c"), closing("d"));
        VidgoClient client = Clients.to(server.uri())) {
      for (String word : new String[] {"a", "b", "c", "d"}) {
        assertThat(client.status(TASK)).isEqualTo(new Working(word));
        await().until(() -> server.open() == 0);
      }
    }
  }

  @Test
  void what_a_kept_connection_does_not_answer_is_asked_once_more_on_a_new_one() throws Exception {
    for (ScriptedServer.Answer end : new ScriptedServer.Answer[] {hangUp(), reset()}) {
      try (ScriptedServer server = new ScriptedServer(says("a"), end, says("b"));
          VidgoClient client = Clients.to(server.uri())) {
        client.status(TASK);
        assertThat(client.status(TASK)).isEqualTo(new Working("b"));
        assertThat(server.requests()).hasSize(3);
        assertThat(server.requests().get(2)).isEqualTo(server.requests().get(1));
        assertThat(server.connections()).isEqualTo(2);
      }
    }
  }

  @Test
  void once_more_is_once() throws Exception {
    try (ScriptedServer server = new ScriptedServer(says("a"), hangUp(), hangUp(), says("b"));
        VidgoClient client = Clients.to(server.uri())) {
      client.status(TASK);
      assertThat(client.status(TASK))
          .isEqualTo(new NoAnswer(0, "the service closed the connection without an answer"));
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void an_answer_nobody_asked_for_is_not_taken_for_one() throws Exception {
    String twice = http(BODY.formatted("a")) + http(BODY.formatted("stray"));
    try (ScriptedServer server = new ScriptedServer(open(twice), says("b"), says("b"));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.status(TASK)).isEqualTo(new Working("a"));
      assertThat(client.status(TASK)).isEqualTo(new Working("b"));
    }
  }

  @Test
  void an_answer_that_comes_late_is_not_taken_for_the_next_one() throws Exception {
    AtomicReference<Socket> line = new AtomicReference<>();
    ScriptedServer.Answer first =
        socket -> {
          line.set(socket);
          return says("a").play(socket);
        };
    try (ScriptedServer server = new ScriptedServer(first, says("b"));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.status(TASK)).isEqualTo(new Working("a"));
      line.get().getOutputStream().write(http(BODY.formatted("stray")).getBytes(UTF_8));
      assertThat(client.status(TASK)).isEqualTo(new Working("b"));
    }
  }

  @Test
  void an_interim_answer_is_passed_over() throws Exception {
    String interim = "HTTP/1.1 103 Early\r\nLink: </a>\r\n\r\n";
    try (ScriptedServer server = new ScriptedServer(open(interim + http(BODY.formatted("a"))));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.status(TASK)).isEqualTo(new Working("a"));
    }
  }

  @Test
  void an_endless_body_is_cut() throws Exception {
    ScriptedServer.Answer endless =
        socket -> {
          socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
          while (true) {
            socket.getOutputStream().write(new byte[1 << 16]);
          }
        };
    try (ScriptedServer server = new ScriptedServer(endless);
        VidgoClient client = Clients.to(server.uri())) {
      assertNoAnswer(client.status(TASK), "without data.status");
      await().until(() -> server.open() == 0);
    }
  }

  @Test
  void a_status_line_counts_however_its_body_ends() throws Exception {
    String cut = "HTTP/1.1 401 No\r\nContent-Length: 500\r\n\r\nwho";
    try (ScriptedServer server = new ScriptedServer(raw(cut));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.status(TASK)).isInstanceOf(KeyRefused.class);
    }
  }

  @Test
  void a_packed_answer_is_neither_asked_for_nor_unpacked() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                reply(200, "Content-Encoding: gzip\r\n", BODY.formatted("as it came")));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.status(TASK)).isEqualTo(new Working("as it came"));
      assertThat(server.requests().get(0).header("Accept-Encoding")).isEmpty();
    }
  }

  @Test
  void the_key_follows_no_redirect_and_no_cookie_is_kept() throws Exception {
    try (ScriptedServer other = new ScriptedServer(says("a"));
        ScriptedServer server =
            new ScriptedServer(
                reply(302, "Set-Cookie: a=b\r\nLocation: " + other.uri() + "\r\n", ""),
                reply(401, "WWW-Authenticate: Basic realm=\"x\"\r\n", ""),
                says("a"));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.status(TASK)).isInstanceOf(NoAnswer.class);
      assertThat(client.status(TASK)).isInstanceOf(KeyRefused.class);
      assertThat(client.status(TASK)).isInstanceOf(Working.class);
      assertThat(other.connections()).isZero();
      assertThat(server.requests()).hasSize(3);
      assertThat(server.requests().get(2).header("Cookie")).isEmpty();
    }
  }

  private static void assertNoAnswer(StatusOutcome outcome, String words) {
    assertThat(outcome)
        .isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.message()).contains(words));
  }

  private static ScriptedServer.Answer says(String word) {
    return json(200, BODY.formatted(word));
  }

  /** An answer that goes without saying that it was the last one. */
  private static ScriptedServer.Answer closing(String word) {
    return raw(http(BODY.formatted(word)));
  }

  private static ScriptedServer.Answer open(String bytes) {
    return socket -> {
      raw(bytes).play(socket);
      return true;
    };
  }

  private static String http(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body);
  }
}
