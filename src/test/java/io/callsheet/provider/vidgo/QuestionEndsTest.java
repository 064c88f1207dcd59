package io.callsheet.provider.vidgo;

import static io.callsheet.provider.vidgo.ScriptedServer.hangAfter;
import static io.callsheet.provider.vidgo.ScriptedServer.raw;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.callsheet.model.TaskId;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.provider.StatusOutcome.NoAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a question ends that gets no answer, over real sockets. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class QuestionEndsTest {
  private static final TaskId TASK = new TaskId("T1");

  @Test
  void dripping_ends_with_the_whole_time_and_the_connection() throws Exception {
    for (String begun : new String[] {"HTTP/1.1 200 OK\r\n\r\n{", "HTTP/1.1 200 OK\r\nX:"}) {
      try (ScriptedServer server = new ScriptedServer()) {
        server.add(server.dripAfter(begun));
        try (VidgoClient client = Clients.impatient(server.uri())) {
          assertNoAnswer(client.status(TASK), "no complete answer within");
          await().until(() -> server.open() == 0);
        }
      }
    }
  }

  @Test
  void an_interrupt_ends_the_question_and_is_kept() throws Exception {
    try (ScriptedServer server = new ScriptedServer(hangAfter(""));
        VidgoClient client = patient(server.uri())) {
      AtomicReference<Boolean> kept = new AtomicReference<>();
      AtomicReference<StatusOutcome> outcome = new AtomicReference<>();
      Thread caller =
          new Thread(
              () -> {
                outcome.set(client.status(TASK));
                kept.set(Thread.currentThread().isInterrupted());
              });
      caller.start();
      await().until(() -> server.requests().size() == 1);
      caller.interrupt();
      caller.join();
      assertThat(outcome.get()).isEqualTo(new NoAnswer(0, "interrupted"));
      assertThat(kept.get()).isTrue();
    }
  }

  @Test
  void closing_the_client_ends_the_question() throws Exception {
    try (ScriptedServer server = new ScriptedServer(hangAfter("HTTP/1.1 200 OK\r\n\r\n{"))) {
      VidgoClient client = patient(server.uri());
      CompletableFuture<StatusOutcome> outcome =
          CompletableFuture.supplyAsync(() -> client.status(TASK));
      await().until(() -> server.requests().size() == 1);
      client.close();
      assertNoAnswer(outcome.get(), "this client is closed");
      assertNoAnswer(client.status(TASK), "this client is closed");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void trouble_is_said_in_the_words_of_a_submit() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    assertNoAnswer(statusOf("http://127.0.0.1:" + port), "the connection was refused");
    assertNoAnswer(statusOf("http://nonexistent.invalid"), "name cannot be resolved");
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> answerInPlainText(plain));
      assertNoAnswer(statusOf("https://127.0.0.1:" + plain.getLocalPort()), "TLS failed");
      answer.join();
    }
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        VidgoClient client =
            Clients.impatient(URI.create("https://127.0.0.1:" + silent.getLocalPort()))) {
      assertNoAnswer(client.status(TASK), "no complete answer within");
    }
    try (ScriptedServer server = new ScriptedServer(raw("what?\r\n\r\n"));
        VidgoClient client = Clients.to(server.uri())) {
      assertNoAnswer(client.status(TASK), "what came back is no HTTP");
    }
  }

  @Test
  void a_name_that_is_never_found_holds_up_nobody() {
    CountDownLatch never = new CountDownLatch(1);
    Names names =
        new Names(
            host -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return new InetAddress[0];
            },
            Duration.ofMillis(50));
    assertThatThrownBy(() -> names.resolve("api.example.com"))
        .isInstanceOf(UnknownHostException.class);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> names.resolve("api.example.com"))
        .isInstanceOf(UnknownHostException.class);
    assertThat(Thread.interrupted()).isTrue();
    never.countDown();
  }

  private static void answerInPlainText(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(UTF_8));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StatusOutcome statusOf(String base) {
    try (VidgoClient client = Clients.to(URI.create(base))) {
      return client.status(TASK);
    }
  }

  private static VidgoClient patient(URI base) {
    return Clients.with(base, Duration.ofMinutes(10));
  }

  private static void assertNoAnswer(StatusOutcome outcome, String words) {
    assertThat(outcome)
        .isInstanceOfSatisfying(NoAnswer.class, none -> assertThat(none.message()).contains(words));
  }
}
