package io.callsheet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.job.SandboxSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of accepted tasks, and of the credits. */
class TaskCourseTest {
  private final SettableClock clock = new SettableClock();
  private @TempDir Path home;
  private Sandbox sandbox;
  private Client client;
  private ObjectNode order;

  private void start(SandboxSettings settings) throws IOException {
    sandbox = Sandbox.start(home, settings, 0, clock);
    client = new Client(sandbox);
    order =
        Client.order(
            client.upload("a.jpg", Media.jpeg(360, 480)),
            client.upload("v.mp4", Media.mp4(Duration.ofMillis(3040))));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    sandbox.close();
  }

  @Test
  void a_task_runs_finishes_and_is_charged_then_with_the_second_rounded_up() throws IOException {
    start(Settings.rendering(Duration.ofSeconds(10)));
    String task = client.accepted(order);
    clock.advance(Duration.ofSeconds(4));
    JsonNode running = client.status(task);
    assertThat(running.path("status").stringValue()).isEqualTo("running");
    assertThat(running.path("progress").intValue()).isEqualTo(40);
    assertThat(running.path("files")).isEmpty();
    assertThat(client.balance()).isEqualTo("5000");

    clock.advance(Duration.ofSeconds(6));
    JsonNode finished = client.status(task);
    assertThat(finished.path("status").stringValue()).isEqualTo("finished");
    assertThat(finished.path("progress").intValue()).isEqualTo(100);
    assertThat(finished.path("credits_amount").decimalValue()).isEqualByComparingTo("36");
    assertThat(finished.path("files").get(0).path("file_type").stringValue()).isEqualTo("video");
    assertThat(client.balance()).isEqualTo("4964");
  }

  @Test
  void a_second_at_1080p_costs_fifteen() throws IOException {
    start(Settings.rendering(Duration.ofSeconds(10)));
    ((ObjectNode) order.path("input")).put("resolution", "1080p");
    client.accepted(order);
    clock.advance(Duration.ofSeconds(10));
    assertThat(client.balance()).isEqualTo("4940");
  }

  @Test
  void what_does_not_fit_beside_the_tasks_under_way_is_answered_402() throws IOException {
    start(Settings.balance(80));
    client.accepted(order);
    client.accepted(order);
    HttpResponse<String> third = client.submit(order);
    assertThat(third.statusCode()).isEqualTo(402);
    assertThat(third.body()).contains("insufficient_credits_error");
    assertThat(client.balance()).isEqualTo("80");
  }

  @Test
  void tasks_beyond_the_places_wait_for_the_first_that_ends() throws IOException {
    start(Settings.maxConcurrent(1));
    String first = client.accepted(order);
    String second = client.accepted(order);
    clock.advance(Duration.ofSeconds(59));
    assertThat(client.status(first).path("status").stringValue()).isEqualTo("running");
    assertThat(client.status(second).path("status").stringValue()).isEqualTo("not_started");
    clock.advance(Duration.ofSeconds(1));
    assertThat(client.status(first).path("status").stringValue()).isEqualTo("finished");
    assertThat(client.status(second).path("status").stringValue()).isEqualTo("running");
  }

  @Test
  void submits_beyond_the_limit_are_told_when_to_come_back() throws IOException {
    start(Settings.submitsPerMinute(2));
    client.accepted(order);
    clock.advance(Duration.ofSeconds(20));
    client.accepted(order);
    HttpResponse<String> third = client.submit(order);
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.body()).contains("\"code\":429", "rate_limit_error");
    assertThat(third.headers().firstValue("Retry-After")).hasValue("40");
    clock.advance(Duration.ofSeconds(40));
    client.accepted(order);
  }

  @Test
  void a_larger_balance_tops_the_account_up_and_a_smaller_one_takes_nothing_away()
      throws IOException {
    start(Settings.balance(80));
    client.accepted(order);
    clock.advance(Duration.ofMinutes(10));
    assertThat(client.balance()).isEqualTo("44");
    stop();
    start(Settings.balance(200));
    assertThat(client.balance()).isEqualTo("164");
    stop();
    start(Settings.balance(80));
    assertThat(client.balance()).isEqualTo("164");
  }

  @Test
  void tasks_balance_keys_and_ports_survive_a_restart() throws IOException {
    start(Settings.maxConcurrent(1));
    String first = client.accepted(order);
    String second = client.accepted(order);
    var before = List.of(sandbox.vidgoUrl(), sandbox.s3Url(), sandbox.apiKey());
    stop();
    Path journal = home.resolve("tasks.jsonl");
    Files.writeString(journal, "{\"id\":\"TORN", StandardOpenOption.APPEND);

    clock.advance(Duration.ofSeconds(60));
    start(Settings.maxConcurrent(1));
    assertThat(List.of(sandbox.vidgoUrl(), sandbox.s3Url(), sandbox.apiKey())).isEqualTo(before);
    assertThat(client.status(first).path("status").stringValue()).isEqualTo("finished");
    assertThat(client.status(second).path("status").stringValue()).isEqualTo("running");
    assertThat(client.balance()).isEqualTo("4964");
    String third = client.accepted(order);
    assertThat(client.status(third).path("status").stringValue()).isEqualTo("not_started");
    assertThat(Files.readString(journal)).doesNotContain("TORN").contains(third);
  }
}
