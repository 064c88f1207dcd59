package io.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callsheet.asset.MediaProbe;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each fault does what its name says, seen from outside. */
class FaultsTest {
  private final SettableClock clock = new SettableClock();
  private @TempDir Path home;
  private Sandbox sandbox;
  private Client client;
  private ObjectNode order;

  private void always(Fault fault) throws IOException {
    sandbox = Sandbox.start(home, Settings.always(fault), 0, clock);
    client = new Client(sandbox);
    order =
        Client.order(
            client.upload("a.png", Media.png(360, 480)),
            client.upload("v.mp4", Media.mp4(Duration.ofMillis(3040))));
  }

  @AfterEach
  void stop() throws IOException {
    if (sandbox != null) {
      client.close();
      sandbox.close();
    }
  }

  @Test
  void fail_and_moderation_end_the_task_free_of_charge() throws IOException {
    always(Fault.FAIL);
    assertThat(failure()).isEqualTo("Internal error while generating the video");
    stop();
    always(Fault.MODERATION);
    assertThat(failure()).isEqualTo("The prompt violates our content policy");
  }

  private String failure() {
    String task = client.accepted(order);
    assertThat(client.status(task).path("error_message").isNull()).isTrue();
    clock.advance(Duration.ofMinutes(1));
    JsonNode ended = client.status(task);
    assertThat(ended.path("status").stringValue()).isEqualTo("failed");
    assertThat(ended.path("files")).isEmpty();
    assertThat(client.balance()).isEqualTo("5000");
    return ended.path("error_message").stringValue();
  }

  @Test
  void submit_500_before_takes_nothing() throws IOException {
    always(Fault.SUBMIT_500_BEFORE);
    assertThat(client.submit(order).statusCode()).isEqualTo(500);
    assertThat(tasksTaken()).isZero();
  }

  @Test
  void submit_500_after_takes_the_task() throws IOException {
    always(Fault.SUBMIT_500_AFTER);
    assertThat(client.submit(order).statusCode()).isEqualTo(500);
    assertThat(tasksTaken()).isEqualTo(1);
  }

  @Test
  void submit_drop_after_takes_the_task_and_cuts_the_connection() throws IOException {
    always(Fault.SUBMIT_DROP_AFTER);
    assertThatThrownBy(() -> client.submit(order)).hasRootCauseInstanceOf(IOException.class);
    assertThat(tasksTaken()).isEqualTo(1);
  }

  @Test
  void throttle_answers_429_and_takes_nothing() throws IOException {
    always(Fault.THROTTLE);
    assertThat(client.submit(order).statusCode()).isEqualTo(429);
    assertThat(tasksTaken()).isZero();
  }

  @Test
  void status_500_hides_the_task() throws IOException {
    always(Fault.STATUS_500);
    String task = client.accepted(order);
    assertThat(client.get("/api/generate/status/" + task).statusCode()).isEqualTo(500);
  }

  @Test
  void short_ends_the_render_early_and_bills_all_of_it() throws Exception {
    always(Fault.SHORT);
    HttpResponse<byte[]> answer = client.fetch(finishedFile());
    Path file = Files.write(home.resolve("fetched.mp4"), answer.body());
    assertThat(new MediaProbe().probe(file).length()).isEqualTo(Duration.ofMillis(1824));
    assertThat(client.balance()).isEqualTo("4964");
  }

  @Test
  void result_404_and_result_truncated_withhold_the_file() throws IOException {
    always(Fault.RESULT_404);
    assertThat(client.fetch(finishedFile()).statusCode()).isEqualTo(404);
    stop();
    always(Fault.RESULT_TRUNCATED);
    String file = finishedFile();
    assertThatThrownBy(() -> client.fetch(file)).isInstanceOf(IOException.class);
  }

  @Test
  void strikes_as_often_as_it_is_told() {
    FaultDice dice = new FaultDice(Map.of("fail", 250), new SplittableRandom(1));
    int strikes = 0;
    for (int i = 0; i < 10_000; i++) {
      strikes += dice.strikes(Fault.FAIL) ? 1 : 0;
    }
    assertThat(strikes).isBetween(2300, 2700);
    assertThat(dice.strikes(Fault.THROTTLE)).isFalse();
  }

  @Test
  void refuses_a_word_that_is_no_fault() {
    assertThatThrownBy(() -> new FaultDice(Map.of("explode", 1), new SplittableRandom(1)))
        .hasMessageContaining("'explode' is no fault")
        .hasMessageContaining("submit-drop-after");
  }

  private String finishedFile() {
    String task = client.accepted(order);
    clock.advance(Duration.ofMinutes(1));
    return client.status(task).path("files").get(0).path("file_url").stringValue();
  }

  private long tasksTaken() throws IOException {
    return Files.readAllLines(home.resolve("tasks.jsonl")).size();
  }
}
