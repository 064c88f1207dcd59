package io.callsheet.provider.vidgo;

import static io.callsheet.provider.vidgo.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.callsheet.model.TaskId;
import io.callsheet.provider.SubmitOutcome;
import io.callsheet.provider.SubmitOutcome.Accepted;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that says more than it was asked must not have it taken for another row's task. */
@Timeout(20)
class SurplusAnswerTest {
  private final CountDownLatch answered = new CountDownLatch(1);

  @RepeatedTest(20)
  void what_comes_with_the_answer_is_not_the_next_ones() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                socket -> write(socket, task("T1") + task("surplus")), json(200, body("T2")));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(submit(client)).isEqualTo("T1");
      assertThat(submit(client)).isEqualTo("T2");
    }
  }

  @Test
  void what_comes_while_nothing_is_asked_ends_the_connection() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                socket -> {
                  write(socket, task("T1"));
                  answered.await();
                  return write(socket, task("surplus"));
                },
                json(200, body("T2")));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(submit(client)).isEqualTo("T1");
      answered.countDown();
      await().until(() -> server.open() == 0);

      assertThat(submit(client)).isEqualTo("T2");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @RepeatedTest(20)
  void half_of_a_surplus_answer_is_no_harm_either() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                socket -> write(socket, task("T1") + task("surplus").substring(0, 30)),
                json(200, body("T2")));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(submit(client)).isEqualTo("T1");
      assertThat(submit(client)).isEqualTo("T2");
    }
  }

  @Test
  void submits_share_no_connection_with_calls_that_are_told_of_tasks() throws Exception {
    Set<Integer> paid = ConcurrentHashMap.newKeySet();
    Set<Integer> free = ConcurrentHashMap.newKeySet();
    try (ScriptedServer server = new ScriptedServer();
        VidgoClient client = Clients.to(server.uri())) {
      for (int i = 0; i < 20; i++) {
        server.add(noting(free, "T0"));
        client.status(new TaskId("T0"));
        server.add(noting(paid, "T" + i));
        assertThat(submit(client)).isEqualTo("T" + i);
      }
    }
    assertThat(paid).isNotEmpty().doesNotContainAnyElementsOf(free);
  }

  private static ScriptedServer.Answer noting(Set<Integer> connections, String task) {
    return socket -> {
      connections.add(socket.getPort());
      return write(socket, task(task));
    };
  }

  private static String submit(VidgoClient client) {
    SubmitOutcome outcome = client.submit(Clients.REQUEST);
    return outcome instanceof Accepted accepted ? accepted.task().value() : outcome.toString();
  }

  private static String body(String task) {
    return "{\"code\":200,\"data\":{\"task_id\":\"%s\",\"status\":\"running\"}}".formatted(task);
  }

  private static String task(String task) {
    String body = body(task);
    return "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body);
  }

  private static boolean write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
    return true;
  }
}
