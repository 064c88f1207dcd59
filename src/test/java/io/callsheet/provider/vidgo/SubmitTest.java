package io.callsheet.provider.vidgo;

import static io.callsheet.provider.vidgo.ScriptedServer.json;
import static io.callsheet.provider.vidgo.ScriptedServer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.FailureClass;
import io.callsheet.model.Orientation;
import io.callsheet.model.Resolution;
import io.callsheet.model.TaskId;
import io.callsheet.provider.RenderRequest;
import io.callsheet.provider.SubmitOutcome;
import io.callsheet.provider.SubmitOutcome.Accepted;
import io.callsheet.provider.SubmitOutcome.InDoubt;
import io.callsheet.provider.SubmitOutcome.KeyRefused;
import io.callsheet.provider.SubmitOutcome.OutOfCredits;
import io.callsheet.provider.SubmitOutcome.Refused;
import io.callsheet.provider.SubmitOutcome.Throttled;
import io.callsheet.provider.SubmitOutcome.WrongAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitTest {
  private static final String ACCEPTED =
      """
      {"code":200,"data":{"task_id":"98PMAEQ8KX6BH7IJ","status":"not_started",\
      "created_time":"2026-03-11T04:23:18"}}""";

  @Test
  void sends_exactly_the_fields_of_the_contract() throws Exception {
    try (ScriptedServer server = new ScriptedServer(json(200, ACCEPTED));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.submit(Clients.REQUEST))
          .isEqualTo(new Accepted(new TaskId("98PMAEQ8KX6BH7IJ"), 200, "not_started"));
      ScriptedServer.Request request = server.requests().get(0);
      assertThat(request.line()).isEqualTo("POST /api/generate/submit HTTP/1.1");
      assertThat(request.header("Authorization")).isEqualTo("Bearer " + Clients.KEY);
      assertThat(request.header("Content-Type")).isEqualTo("application/json");
      assertThat(request.header("Upgrade")).isEmpty();
      assertThat(request.body())
          .isEqualTo(
              """
              {"model":"kling-3.0-motion-control","input":{\
              "image_urls":["https://bucket.example.com/a.png?X-Amz-Signature=1"],\
              "video_urls":["https://bucket.example.com/b.mp4?X-Amz-Signature=2"],\
              "character_orientation":"video","resolution":"1080p",\
              "prompt":"dances \\"slowly\\" – très"}}""");
    }
  }

  @Test
  void sends_a_callback_and_leaves_out_an_empty_prompt() throws Exception {
    RenderRequest request =
        new RenderRequest(
            URI.create("https://b.example.com/a.png"),
            URI.create("https://b.example.com/b.mp4"),
            Orientation.IMAGE,
            Resolution.P720,
            null,
            URI.create("https://hooks.example.com/t/1"));
    try (ScriptedServer server = new ScriptedServer(json(200, ACCEPTED));
        VidgoClient client = Clients.to(URI.create(server.uri() + "/behind/a/path/"))) {
      client.submit(request);
      assertThat(server.requests().get(0).line())
          .isEqualTo("POST /behind/a/path/api/generate/submit HTTP/1.1");
      assertThat(server.requests().get(0).body())
          .contains("\"callback_url\":\"https://hooks.example.com/t/1\"")
          .doesNotContain("prompt");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":{\"task_id\":\"a\\u0000b\"}}",
        "{\"data\":{\"task_id\":\"a\\ud83c\"}}",
        "{\"data\":{\"task_id\":\"9\"},\"took\":1e999999999999}"
      })
  void an_acceptance_that_cannot_be_kept_is_in_doubt(String body) throws Exception {
    try (ScriptedServer server = new ScriptedServer(json(200, body));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.submit(Clients.REQUEST)).isInstanceOf(InDoubt.class);
    }
  }

  @Test
  void a_key_that_a_long_error_page_repeats_is_never_said_not_even_half_of_it() throws Exception {
    String page = "<html><i class='" + "x".repeat(3_960) + "'>Bearer " + Clients.KEY + "</html>";
    try (ScriptedServer server = new ScriptedServer(json(400, page));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.submit(Clients.REQUEST).message()).isEqualTo("Bearer [key]");
    }
    assertThat(new PlainWords("sk/secret").clean("{\"k\":\"sk\\/secret\"}"))
        .isEqualTo("{\"k\":\"[key]\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "400, validation_error, prompt is required, REQUEST",
    "400, content_moderation_error, no, MODERATION",
    "422, file_format_error, no, MEDIA",
    "413, content_too_long_error, no, REQUEST",
    "400, validation_error, The image is too small, MEDIA",
    "422, , Your prompt violates our policy, MODERATION",
  })
  void a_refusal_is_permanent_and_says_whose_fault_it_is(
      int status, String type, String message, FailureClass failure) throws Exception {
    String body =
        "{\"code\":%d,\"error\":{\"message\":\"%s\",\"type\":%s}}"
            .formatted(status, message, type == null ? "null" : '"' + type + '"');
    assertThat(answeredWith(json(status, body))).isEqualTo(new Refused(failure, status, message));
    assertThat(answeredWith(json(200, body))).isEqualTo(new Refused(failure, status, message));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void a_bad_key_is_told_apart(int status) throws Exception {
    assertThat(answeredWith(json(status, "{\"detail\":\"Not authenticated\"}")))
        .isEqualTo(new KeyRefused(status, "Not authenticated"));
  }

  @Test
  void no_credits_is_told_apart() throws Exception {
    String body = "{\"code\":402,\"error\":{\"message\":\"Top up\",\"type\":\"x\"}}";
    assertThat(answeredWith(json(402, body))).isEqualTo(new OutOfCredits(402, "Top up"));
    assertThat(answeredWith(json(200, body))).isEqualTo(new OutOfCredits(402, "Top up"));
  }

  @Test
  void not_found_and_redirects_mean_a_wrong_address_and_nothing_is_followed() throws Exception {
    assertThat(answeredWith(json(404, "{\"detail\":\"no such model\"}")))
        .isEqualTo(new WrongAddress(404, "no such model"));
    try (ScriptedServer elsewhere = new ScriptedServer(json(200, ACCEPTED))) {
      String place = "Location: " + elsewhere.uri() + "/x?token=abc\r\n";
      assertThat(answeredWith(reply(307, place, "")))
          .isEqualTo(new WrongAddress(307, "redirected to " + elsewhere.uri() + "/x"));
      assertThat(elsewhere.connections()).isZero();
    }
  }

  @Test
  void throttling_carries_what_the_service_asked_for() throws Exception {
    assertThat(answeredWith(reply(429, "Retry-After: 7\r\n", "")))
        .isEqualTo(new Throttled(Duration.ofSeconds(7), 429, ""));
    assertThat(answeredWith(reply(429, "", "{\"detail\":\"slow down\"}")))
        .isEqualTo(new Throttled(null, 429, "slow down"));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 405, 418})
  void what_proves_nothing_is_in_doubt(int status) throws Exception {
    String page = "<html><head><title>Bad <b>Gateway</b></title></head><body>x</body></html>";
    assertThat(answeredWith(reply(status, "Content-Type: text/html\r\n", page)))
        .isEqualTo(new InDoubt(status, "the service answered " + status + ": Bad Gateway"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "accepted",
        "[]",
        "{}",
        "{\"code\":200}",
        "{\"code\":200,\"data\":{}}",
        "{\"code\":200,\"data\":{\"task_id\":null}}",
        "{\"code\":200,\"data\":{\"task_id\":\" \"}}",
        "{\"code\":404}",
        "{\"code\":500}",
        "{\"code\":200,\"data\":{\"task_id\":\"98PMA",
      })
  void a_success_without_a_task_id_is_in_doubt(String body) throws Exception {
    assertThat(answeredWith(json(200, body)))
        .isInstanceOfSatisfying(
            InDoubt.class, doubt -> assertThat(doubt.message()).endsWith(body.strip()));
  }

  @Test
  void a_task_id_counts_whatever_code_stands_beside_it() throws Exception {
    assertThat(answeredWith(json(201, "{\"code\":500,\"data\":{\"task_id\":17}}")))
        .isEqualTo(new Accepted(new TaskId("17"), 201, ""));
  }

  @Test
  void a_message_never_holds_the_key_or_a_signature() throws Exception {
    String body =
        "{\"error\":{\"message\":\"bad %s for https://b.example.com/a.png?X-Amz-Signature=77 \\u0007!\"}}"
            .formatted(Clients.KEY);
    assertThat(answeredWith(json(400, body)).message())
        .isEqualTo("bad [key] for https://b.example.com/a.png !");
  }

  private static SubmitOutcome answeredWith(ScriptedServer.Answer answer) throws Exception {
    try (ScriptedServer server = new ScriptedServer(answer);
        VidgoClient client = Clients.to(server.uri())) {
      SubmitOutcome outcome = client.submit(Clients.REQUEST);
      assertThat(server.requests()).hasSize(1);
      return outcome;
    }
  }
}
