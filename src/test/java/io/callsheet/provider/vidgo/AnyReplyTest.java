package io.callsheet.provider.vidgo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.TaskId;
import io.callsheet.provider.SubmitOutcome;
import io.callsheet.testing.Mutations;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AnyReplyTest {
  private static final List<String> BODIES =
      List.of(
          "{\"code\":200,\"data\":{\"task_id\":\"98PMAEQ8\",\"status\":\"not_started\"}}",
          "{\"code\":400,\"error\":{\"message\":\"no\",\"type\":\"validation_error\"}}",
          "{\"detail\":[{\"loc\":[\"body\",\"input\"],\"msg\":\"field required\"}]}",
          "{\"code\":200,\"data\":{\"task_id\":\"9\",\"status\":\"finished\",\"credits_amount\":45.5,"
              + "\"files\":[{\"file_url\":\"https://s.example/a.mp4?X-Amz-Signature=signed-secret\","
              + "\"file_type\":\"video\"}]}}",
          "{\"code\":200,\"data\":{\"status\":\"failed\",\"error_message\":\"image is too small\"}}",
          "{\"code\":200,\"data\":{\"email\":\"a@b\",\"credits_amount\":17276}}",
          "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>");
  private static final List<String> WORDS =
      List.of(
          "\"",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "null",
          "true",
          "1e999999999",
          "-1",
          "0.0005",
          "\\u0000",
          "\\ud83c",
          "\\",
          "\"code\":402,",
          "\"task_id\":",
          "\"data\":",
          "<title>",
          "<",
          "<!--",
          "🎬",
          "\n",
          "99999999999999999999999999",
          "https://",
          "?",
          "finished",
          "\u202e",
          "NaN",
          "é");

  @Test
  void any_answer_has_a_verdict_that_never_pays_twice() {
    Random random = new Random(1);
    List<byte[]> samples = BODIES.stream().map(body -> ("x5\n" + body).getBytes(UTF_8)).toList();
    Mutations mutations = new Mutations(1, samples, WORDS);
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = mutations.next();
      if (bytes.length > 0 && i % 2 == 0) {
        bytes[0] = (byte) random.nextInt(256);
      }
      try {
        AnyReply.fuzzerTestOneInput(bytes);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("of the answer " + new String(bytes, UTF_8), e);
      }
    }
  }

  @Test
  void no_answer_brings_the_key_into_a_message_in_whatever_way_it_is_written() {
    Random random = new Random(2);
    String key = Clients.KEY;
    List<String> bits =
        List.of(
            key,
            key,
            "Bearer " + key,
            " ",
            "<b>",
            "</b>",
            "<title>",
            "</title>",
            "\\\"",
            "x".repeat(190),
            "<i class='" + "y".repeat(1900) + "'>",
            "\\n",
            "z".repeat(37),
            "\\u200b",
            "https://a.example/?key=" + key + "&X-Amz-Signature=signed-secret ",
            "<script>",
            "{",
            "🎬");
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(bits.get(random.nextInt(bits.size())));
      }
      String said = text.toString();
      String body =
          switch (random.nextInt(4)) {
            case 0 -> "{\"code\":400,\"error\":{\"message\":\"" + said + "\"}}";
            case 1 ->
                "{\"code\":200,\"data\":{\"status\":\"" + said + "\",\"error_message\":\"x\"}}";
            case 2 -> "{\"data\":{\"status\":\"failed\",\"error_message\":\"" + said + "\"}}";
            default -> "<html>" + said + "</html>";
          };
      AnyReply.check(200 + 100 * random.nextInt(4), said.replace("\\n", ""), body);
    }
  }

  /** Whatever goes over the wire. */
  @Test
  void any_bytes_on_the_wire_are_an_answer_or_none() throws Exception {
    String whole =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(BODIES.get(0).length(), BODIES.get(0));
    String chunked =
        "HTTP/1.1 429 Slow\r\nTransfer-Encoding: chunked\r\nRetry-After: 3\r\n\r\n2\r\n{}\r\n0\r\n\r\n";
    Mutations mutations =
        new Mutations(
            3,
            List.of(whole.getBytes(UTF_8), chunked.getBytes(UTF_8)),
            List.of(
                "\r\n", ":", "HTTP/1.1 099", " 999 ", "Content-Length: -1\r\n", "\0", "\u00ff"));
    try (ScriptedServer server = new ScriptedServer()) {
      for (int i = 0; i < 250; i++) {
        String answer = new String(mutations.next(), ISO_8859_1);
        server.add(ScriptedServer.raw(answer));
        // A client of its own: what is left of an answer on its connection must not be the next
        // one's.
        try (VidgoClient client = Clients.impatient(server.uri())) {
          SubmitOutcome outcome = client.submit(Clients.REQUEST);
          AnyReply.checkMessage(outcome.message());
          assertThat(outcome).as(answer).isNotInstanceOf(SubmitOutcome.NotSent.class);
          if (outcome instanceof SubmitOutcome.Accepted accepted) {
            assertThat(accepted.task()).isNotEqualTo(new TaskId("\0"));
            assertThat(answer).contains("task_id");
          }
        }
      }
      assertThat(server.requests()).as("each is sent once").hasSize(250);
    }
  }
}
