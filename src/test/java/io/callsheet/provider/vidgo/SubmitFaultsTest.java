package io.callsheet.provider.vidgo;

import static io.callsheet.provider.vidgo.ScriptedServer.hangAfter;
import static io.callsheet.provider.vidgo.ScriptedServer.hangUp;
import static io.callsheet.provider.vidgo.ScriptedServer.json;
import static io.callsheet.provider.vidgo.ScriptedServer.raw;
import static io.callsheet.provider.vidgo.ScriptedServer.reset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.callsheet.provider.SubmitOutcome;
import io.callsheet.provider.SubmitOutcome.Accepted;
import io.callsheet.provider.SubmitOutcome.InDoubt;
import io.callsheet.provider.SubmitOutcome.NotSent;
import io.callsheet.provider.SubmitOutcome.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where the line between "surely not taken" and "in doubt" runs, over real sockets. */
@Timeout(20)
class SubmitFaultsTest {
  private static final String ACCEPTED = "{\"code\":200,\"data\":{\"task_id\":\"T1\"}}";

  @Test
  void a_refused_connection_was_not_sent() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0)) {
      port = closed.getLocalPort();
    }
    assertThat(submitTo(URI.create("http://127.0.0.1:" + port)))
        .isInstanceOfSatisfying(
            NotSent.class, sent -> assertThat(sent.message()).contains("refused"));
  }

  @Test
  void an_unknown_host_was_not_sent() {
    assertThat(submitTo(URI.create("http://nonexistent.invalid")))
        .isInstanceOfSatisfying(
            NotSent.class, sent -> assertThat(sent.message()).contains("cannot be resolved"));
  }

  @Test
  void a_failed_tls_handshake_was_not_sent() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> answerInPlainText(plain));
      assertThat(submitTo(URI.create("https://127.0.0.1:" + plain.getLocalPort())))
          .isInstanceOfSatisfying(
              NotSent.class, sent -> assertThat(sent.message()).startsWith("TLS failed"));
      answer.join();
    }
  }

  @Test
  void a_handshake_that_never_ends_was_not_sent() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        VidgoClient client =
            Clients.impatient(URI.create("https://127.0.0.1:" + silent.getLocalPort()))) {
      assertThat(client.submit(Clients.REQUEST)).isInstanceOf(NotSent.class);
    }
  }

  @Test
  void a_connection_closed_after_the_request_is_in_doubt() throws Exception {
    assertInDoubt(hangUp());
  }

  @Test
  void a_reset_after_the_request_is_in_doubt() throws Exception {
    assertInDoubt(reset());
  }

  @Test
  void an_answer_that_is_no_http_is_in_doubt() throws Exception {
    assertInDoubt(raw("what?\r\n\r\n"));
  }

  @Test
  void an_answer_cut_in_its_headers_is_in_doubt() throws Exception {
    assertInDoubt(raw("HTTP/1.1 200 OK\r\nContent-Le"));
  }

  @Test
  void an_answer_cut_in_its_body_is_in_doubt() throws Exception {
    assertInDoubt(raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"code\":200,\"da"));
  }

  @Test
  void a_refusal_cut_in_its_body_is_still_a_refusal() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(raw("HTTP/1.1 400 Bad\r\nContent-Length: 500\r\n\r\n{\"er"));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.submit(Clients.REQUEST)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void silence_after_the_request_is_in_doubt() throws Exception {
    try (ScriptedServer server = new ScriptedServer()) {
      assertStalledIsInDoubt(server, hangAfter(""));
    }
  }

  @Test
  void silence_within_the_body_is_in_doubt() throws Exception {
    try (ScriptedServer server = new ScriptedServer()) {
      assertStalledIsInDoubt(server, hangAfter("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"));
    }
  }

  @Test
  void a_body_that_drips_does_not_hold_the_caller() throws Exception {
    try (ScriptedServer server = new ScriptedServer()) {
      assertStalledIsInDoubt(
          server, server.dripAfter("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
    }
  }

  @Test
  void an_endless_body_is_cut_and_in_doubt() throws Exception {
    assertInDoubt(
        socket -> {
          socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes());
          byte[] zeros = new byte[1 << 16];
          while (true) {
            socket.getOutputStream().write(zeros);
          }
        });
  }

  @Test
  void the_second_request_on_a_connection_that_dies_is_sent_once() throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(json(200, ACCEPTED), hangUp(), json(200, ACCEPTED));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.submit(Clients.REQUEST)).isInstanceOf(Accepted.class);
      assertThat(client.submit(Clients.REQUEST)).isInstanceOf(InDoubt.class);
      assertThat(server.requests()).hasSize(2);
      assertThat(server.connections()).as("the connection was kept and used again").isEqualTo(1);
    }
  }

  @Test
  void an_interrupt_after_the_request_is_in_doubt_and_is_kept() throws Exception {
    try (ScriptedServer server = new ScriptedServer()) {
      server.add(hangAfter(""));
      try (VidgoClient client = Clients.to(server.uri())) {
        AtomicReference<SubmitOutcome> outcome = new AtomicReference<>();
        AtomicReference<Boolean> kept = new AtomicReference<>();
        Thread caller =
            new Thread(
                () -> {
                  outcome.set(client.submit(Clients.REQUEST));
                  kept.set(Thread.currentThread().isInterrupted());
                });
        caller.start();
        await().until(() -> server.requests().size() == 1);
        caller.interrupt();
        caller.join();
        assertThat(outcome.get()).isInstanceOf(InDoubt.class);
        assertThat(kept.get()).isTrue();
      }
    }
  }

  @Test
  void a_closed_client_sends_nothing() throws Exception {
    try (ScriptedServer server = new ScriptedServer(json(200, ACCEPTED))) {
      VidgoClient client = Clients.impatient(server.uri());
      client.close();
      assertThat(client.submit(Clients.REQUEST)).isInstanceOf(NotSent.class);
      assertThat(server.requests()).isEmpty();
    }
  }

  private static void assertInDoubt(ScriptedServer.Answer answer) throws Exception {
    try (ScriptedServer server = new ScriptedServer(answer, json(200, ACCEPTED));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.submit(Clients.REQUEST)).isInstanceOf(InDoubt.class);
      assertThat(server.requests()).as("sent once").hasSize(1);
    }
  }

  private static void assertStalledIsInDoubt(ScriptedServer server, ScriptedServer.Answer answer)
      throws Exception {
    server.add(answer);
    try (VidgoClient client = Clients.impatient(server.uri())) {
      assertThat(client.submit(Clients.REQUEST))
          .isInstanceOfSatisfying(
              InDoubt.class, doubt -> assertThat(doubt.message()).contains("within"));
      assertThat(server.requests()).hasSize(1);
      await("the connection is dropped").until(() -> server.open() == 0);
    }
  }

  private static void answerInPlainText(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes());
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SubmitOutcome submitTo(URI base) {
    try (VidgoClient client = Clients.to(base)) {
      return client.submit(Clients.REQUEST);
    }
  }
}
