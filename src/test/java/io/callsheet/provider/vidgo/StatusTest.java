package io.callsheet.provider.vidgo;

import static io.callsheet.provider.vidgo.ScriptedServer.hangAfter;
import static io.callsheet.provider.vidgo.ScriptedServer.json;
import static io.callsheet.provider.vidgo.ScriptedServer.reply;
import static io.callsheet.provider.vidgo.ScriptedServer.reset;
import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.TaskId;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.provider.StatusOutcome.Failed;
import io.callsheet.provider.StatusOutcome.Finished;
import io.callsheet.provider.StatusOutcome.KeyRefused;
import io.callsheet.provider.StatusOutcome.NoAnswer;
import io.callsheet.provider.StatusOutcome.Throttled;
import io.callsheet.provider.StatusOutcome.Working;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class StatusTest {
  private static final URI VIDEO = URI.create("https://storage.vidgo.ai/generated/a.mp4");
  private static final String FILES =
      "\"files\":[{\"file_url\":\"https://storage.vidgo.ai/generated/a.mp4\","
          + "\"file_type\":\"video\"}]";

  @Test
  void asks_for_the_task_as_one_segment_of_the_path() throws Exception {
    String unnamed = "{\"code\":200,\"data\":{\"status\":\"running\"}}";
    try (ScriptedServer server = new ScriptedServer(json(200, unnamed));
        VidgoClient client = Clients.to(server.uri())) {
      assertThat(client.status(new TaskId("a/b c?d+é"))).isEqualTo(new Working("running"));
      assertThat(server.requests().get(0).line())
          .isEqualTo("GET /api/generate/status/a%2Fb%20c%3Fd%2B%C3%A9 HTTP/1.1");
      assertThat(server.requests().get(0).header("Authorization"))
          .isEqualTo("Bearer " + Clients.KEY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"not_started", "running", "something_new"})
  void words_that_are_no_end_mean_working(String word) throws Exception {
    assertThat(answeredWith(data("\"status\":\"" + word + "\",\"progress\":null")))
        .isEqualTo(new Working(word));
  }

  @Test
  void finished_carries_the_file() throws Exception {
    assertThat(answeredWith(data("\"status\":\"finished\",\"error_message\":null," + FILES)))
        .isEqualTo(new Finished(VIDEO, null));
  }

  @ParameterizedTest
  @CsvSource({
    "90, 90000",
    "90.5, 90500",
    "0.1234, 124",
    "'\"72\"', 72000",
    "0, 0",
    "9007199254740993.0, ",
    "-1, ",
    "1e400000000, ",
    "1e-400000000, ",
    "null, ",
    "'\"free\"', ",
    "[9], ",
  })
  void a_charge_is_read_to_the_thousandth_or_not_at_all(String amount, Long thousandths)
      throws Exception {
    String body = data("\"status\":\"finished\",\"credits_amount\":%s,%s".formatted(amount, FILES));
    assertThat(answeredWith(body))
        .isEqualTo(new Finished(VIDEO, thousandths == null ? null : new Credits(thousandths)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"files\":[]",
        "\"files\":null",
        "\"progress\":100",
        "\"files\":[{\"file_url\":\"https://s.vidgo.ai/a.jpg\",\"file_type\":\"image\"}]",
        "\"files\":[{\"file_url\":\"/generated/a.mp4\",\"file_type\":\"video\"}]",
        "\"files\":[{\"file_url\":\"file:///etc/passwd\",\"file_type\":\"video\"}]",
        "\"files\":[{\"file_url\":\"\",\"file_type\":\"video\"}]",
      })
  void finished_without_a_usable_file_is_not_finished_yet(String files) throws Exception {
    assertThat(answeredWith(data("\"status\":\"finished\"," + files)))
        .isEqualTo(new Working("finished"));
  }

  @Test
  void takes_the_first_video_among_other_files() throws Exception {
    String files =
        """
        "status":"finished","files":[{"file_url":"https://s.vidgo.ai/a.jpg","file_type":"image"},\
        {"file_url":"https://s.vidgo.ai/my clip.mp4"},{"file_url":"https://s.vidgo.ai/c.mp4"}]""";
    assertThat(answeredWith(data(files)))
        .isEqualTo(new Finished(URI.create("https://s.vidgo.ai/my%20clip.mp4"), null));
  }

  @ParameterizedTest
  @CsvSource({
    "The prompt violates our content policy, MODERATION",
    "The video could not be read, MEDIA",
    "No person detected, MEDIA",
    "Internal error while generating the video, PROVIDER",
    "Video generation timed out after 300 seconds, PROVIDER",
  })
  void failed_says_whose_fault_it_was(String message, FailureClass failure) throws Exception {
    assertThat(answeredWith(data("\"status\":\"failed\",\"error_message\":\"" + message + "\"")))
        .isEqualTo(new Failed(failure, message));
  }

  @Test
  void failed_without_a_reason_is_the_services_fault() throws Exception {
    assertThat(answeredWith(data("\"status\":\"failed\",\"error_message\":null")))
        .isEqualTo(new Failed(FailureClass.PROVIDER, "the service gave no reason"));
  }

  @Test
  void codes_count_in_the_status_line_and_in_the_body() throws Exception {
    String body = "{\"code\":%d,\"error\":{\"message\":\"no\"}}";
    for (int status : new int[] {403, 200}) {
      assertThat(answer(json(status, body.formatted(403)))).isEqualTo(new KeyRefused(403, "no"));
    }
    for (int status : new int[] {404, 200}) {
      assertThat(answer(json(status, body.formatted(404)))).isEqualTo(new NoAnswer(404, "no"));
    }
    assertThat(answer(json(200, body.formatted(429)))).isEqualTo(new Throttled(null));
    assertThat(answer(reply(429, "Retry-After: Sun, 22 Nov 2026 12:00:30 GMT\r\n", "")))
        .isEqualTo(new Throttled(Duration.ofSeconds(30)));
    assertThat(answer(json(502, ""))).isEqualTo(new NoAnswer(502, ""));
    assertThat(answer(json(200, "{\"code\":200}")))
        .isEqualTo(new NoAnswer(200, "an answer without data.status: {\"code\":200}"));
  }

  @Test
  void an_answer_about_another_task_ends_nothing() throws Exception {
    String body = "{\"code\":200,\"data\":{\"task_id\":\"%s\",\"status\":\"finished\",%s}}";
    for (String other : new String[] {"T2", "t1", "T1 "}) {
      assertThat(answeredWith(body.formatted(other, FILES)))
          .isEqualTo(
              new NoAnswer(200, "the service answered about another task: " + other.strip()));
    }
    assertThat(answeredWith(body.formatted("T1", FILES))).isInstanceOf(Finished.class);
    assertThat(answeredWith(body.formatted("", FILES))).isInstanceOf(Finished.class);
  }

  @Test
  void no_answer_says_nothing_about_the_render() throws Exception {
    assertThat(answer(reset())).isInstanceOf(NoAnswer.class);
    assertThat(answer(hangAfter("HTTP/1.1 200 OK\r\n")))
        .isInstanceOfSatisfying(
            NoAnswer.class, none -> assertThat(none.message()).contains("within"));
  }

  private static String data(String fields) {
    return "{\"code\":200,\"data\":{\"task_id\":\"T1\"," + fields + "}}";
  }

  private static StatusOutcome answeredWith(String body) throws Exception {
    return answer(json(200, body));
  }

  private static StatusOutcome answer(ScriptedServer.Answer answer) throws Exception {
    try (ScriptedServer server = new ScriptedServer(answer, answer);
        VidgoClient client = Clients.impatient(server.uri())) {
      return client.status(new TaskId("T1"));
    }
  }
}
