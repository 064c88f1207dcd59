package io.callsheet.provider.vidgo;

import io.callsheet.model.TaskId;
import io.callsheet.provider.StatusOutcome;
import io.callsheet.provider.StatusOutcome.Failed;
import io.callsheet.provider.StatusOutcome.Finished;
import io.callsheet.provider.StatusOutcome.KeyRefused;
import io.callsheet.provider.StatusOutcome.NoAnswer;
import io.callsheet.provider.StatusOutcome.Throttled;
import io.callsheet.provider.StatusOutcome.Working;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the answer to a status call (vidgo-api, Status). */
final class StatusVerdict {
  private final PlainWords words;
  private final InstantSource clock;

  StatusVerdict(PlainWords words, InstantSource clock) {
    this.words = words;
    this.clock = clock;
  }

  StatusOutcome ofReply(Reply reply, TaskId asked) {
    ErrorBody error = ErrorBody.read(words.withoutKey(reply.text()));
    int code = error.codeBehind(reply.status());
    JsonNode data = Json.read(reply.text()).path("data");
    String word = Json.text(data.path("status"));
    if (code == 401 || code == 403) {
      return new KeyRefused(code, words.clean(error.message()));
    }
    if (code == 429) {
      return new Throttled(RetryAfter.of(reply.headers(), clock));
    }
    if (code < 200 || code >= 300) {
      return new NoAnswer(code, words.clean(error.message()));
    }
    String named = Json.text(data.path("task_id"));
    if (named != null && !named.equals(asked.value())) {
      // What strayed here must not end the wrong row.
      return new NoAnswer(code, words.clean("the service answered about another task: " + named));
    }
    if (word == null) {
      return new NoAnswer(code, words.clean("an answer without data.status: " + reply.text()));
    }
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "finished" -> finished(data);
      case "failed" -> failed(data);
      default -> new Working(words.clean(word));
    };
  }

  private static StatusOutcome finished(JsonNode data) {
    for (JsonNode file : data.path("files")) {
      URI url = isVideo(file) ? ResultUrl.parse(Json.text(file.path("file_url"))) : null;
      if (url != null) {
        return new Finished(url, Amount.charge(data.path("credits_amount")));
      }
    }
    return new Working("finished");
  }

  private StatusOutcome failed(JsonNode data) {
    @Nullable String said = Json.text(data.path("error_message"));
    String message = said == null ? "the service gave no reason" : said;
    return new Failed(FailureWords.ofFailure(message), words.clean(message));
  }

  private static boolean isVideo(JsonNode file) {
    String type = Json.text(file.path("file_type"));
    return type == null || type.strip().toLowerCase(Locale.ROOT).startsWith("video");
  }
}
