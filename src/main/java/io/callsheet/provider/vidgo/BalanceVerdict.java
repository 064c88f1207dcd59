package io.callsheet.provider.vidgo;

import io.callsheet.model.Credits;
import io.callsheet.provider.BalanceOutcome;
import tools.jackson.databind.JsonNode;

/** Reads the answer to a balance call (vidgo-api, Credits). */
final class BalanceVerdict {
  private final PlainWords words;

  BalanceVerdict(PlainWords words) {
    this.words = words;
  }

  BalanceOutcome ofReply(Reply reply) {
    ErrorBody error = ErrorBody.read(words.withoutKey(reply.text()));
    int code = error.codeBehind(reply.status());
    if (code == 401 || code == 403) {
      return new BalanceOutcome.KeyRefused(code, words.clean(error.message()));
    }
    if (code < 200 || code >= 300) {
      return new BalanceOutcome.NoAnswer(code, words.clean(error.message()));
    }
    JsonNode data = Json.read(reply.text()).path("data");
    if (!data.path("task_id").isMissingNode()) {
      // The charge of a task bears the same name.
      return new BalanceOutcome.NoAnswer(code, "the service answered about a task");
    }
    Credits credits = Amount.read(data.path("credits_amount"));
    return credits == null
        ? new BalanceOutcome.NoAnswer(code, "an answer without a readable data.credits_amount")
        : new BalanceOutcome.Known(credits);
  }
}
