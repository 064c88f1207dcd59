package io.callsheet.provider.vidgo;

import static io.callsheet.provider.vidgo.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.callsheet.model.Credits;
import io.callsheet.provider.BalanceOutcome;
import io.callsheet.provider.BalanceOutcome.KeyRefused;
import io.callsheet.provider.BalanceOutcome.Known;
import io.callsheet.provider.BalanceOutcome.NoAnswer;
import java.net.URI;
import org.junit.jupiter.api.Test;

class BalanceTest {
  @Test
  void reads_the_credits_without_rounding() throws Exception {
    assertThat(answeredWith(200, "{\"code\":200,\"data\":{\"credits_amount\":17276.25}}"))
        .isEqualTo(new Known(new Credits(17_276_250)));
  }

  @Test
  void tells_a_bad_key_in_status_line_or_body() throws Exception {
    assertThat(answeredWith(401, "{\"detail\":\"who?\"}")).isEqualTo(new KeyRefused(401, "who?"));
    assertThat(answeredWith(200, "{\"code\":401,\"error\":{\"message\":\"who?\"}}"))
        .isEqualTo(new KeyRefused(401, "who?"));
  }

  @Test
  void anything_else_is_no_answer() throws Exception {
    assertThat(answeredWith(500, "oops")).isEqualTo(new NoAnswer(500, "oops"));
    assertThat(
            answeredWith(200, "{\"code\":200,\"data\":{\"task_id\":\"T1\",\"credits_amount\":9}}"))
        .as("what a task cost is no balance")
        .isInstanceOf(NoAnswer.class);
    assertThat(answeredWith(200, "{\"code\":200,\"data\":{}}")).isInstanceOf(NoAnswer.class);
    try (VidgoClient client = Clients.to(URI.create("http://nonexistent.invalid"))) {
      assertThat(client.balance()).isInstanceOf(NoAnswer.class);
    }
  }

  private static BalanceOutcome answeredWith(int status, String body) throws Exception {
    try (ScriptedServer server = new ScriptedServer(json(status, body));
        VidgoClient client = Clients.to(server.uri())) {
      BalanceOutcome outcome = client.balance();
      assertThat(server.requests().get(0).line()).isEqualTo("GET /api/user/balance HTTP/1.1");
      return outcome;
    }
  }
}
