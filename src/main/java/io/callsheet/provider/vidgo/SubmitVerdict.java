package io.callsheet.provider.vidgo;

import io.callsheet.model.TaskId;
import io.callsheet.provider.SubmitOutcome;
import io.callsheet.provider.SubmitOutcome.Accepted;
import io.callsheet.provider.SubmitOutcome.InDoubt;
import io.callsheet.provider.SubmitOutcome.KeyRefused;
import io.callsheet.provider.SubmitOutcome.NotSent;
import io.callsheet.provider.SubmitOutcome.OutOfCredits;
import io.callsheet.provider.SubmitOutcome.Refused;
import io.callsheet.provider.SubmitOutcome.Throttled;
import io.callsheet.provider.SubmitOutcome.WrongAddress;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Decides whether a submission was taken. Every branch but the last of each method rests on proof
 * (vidgo-api, Submit); whatever is left may have been taken and is in doubt.
 */
final class SubmitVerdict {
  /** Body codes that prove a refusal under a 2xx (vidgo-api, Submit). */
  private static final Set<Integer> REFUSING_CODES = Set.of(400, 401, 402, 403, 413, 422, 429);

  /** What the ledger keeps. */
  private static final int LONGEST_TASK = 500;

  private final PlainWords words;
  private final InstantSource clock;

  SubmitVerdict(PlainWords words, InstantSource clock) {
    this.words = words;
    this.clock = clock;
  }

  SubmitOutcome ofReply(Reply reply) {
    ErrorBody error = ErrorBody.read(words.withoutKey(reply.text()));
    if (!reply.successful()) {
      return byCode(reply.status(), error, reply);
    }
    JsonNode data = Json.read(reply.text()).path("data");
    String task = Json.text(data.path("task_id"));
    if (task != null && !canBeKept(task)) {
      return new InDoubt(
          reply.status(),
          "the service answered %d with a task id that nobody can ask for: %s"
              .formatted(reply.status(), words.clean(task)));
    }
    if (task != null) {
      return new Accepted(
          new TaskId(task), reply.status(), words.clean(Json.text(data.path("status"))));
    }
    if (REFUSING_CODES.contains(error.code())) {
      return byCode(error.code(), error, reply);
    }
    return new InDoubt(
        reply.status(),
        "the service answered %d without a task id: %s"
            .formatted(reply.status(), words.clean(said(error, reply))));
  }

  SubmitOutcome ofFailure(IOException trouble, OneShotBody body) {
    String reason = words.clean(Trouble.say(trouble));
    if (body.withdraw()) {
      // The service got no byte of the body, so it holds no complete request, whatever the trouble.
      return new NotSent(reason);
    }
    return new InDoubt(0, "the request went out and no complete answer came back: " + reason);
  }

  private SubmitOutcome byCode(int code, ErrorBody error, Reply reply) {
    String message = words.clean(said(error, reply));
    return switch (code) {
      // The service looked at the request and will never take it.
      case 400, 413, 422 ->
          new Refused(FailureWords.ofRefusal(error.type(), error.message()), code, message);
      // Refused at the door, before the request was looked at.
      case 401, 403 -> new KeyRefused(code, message);
      case 402 -> new OutOfCredits(code, message);
      case 404 -> new WrongAddress(code, message);
      case 429 -> new Throttled(RetryAfter.of(reply.headers(), clock), code, message);
      default ->
          code >= 300 && code < 400
              // The service said to ask elsewhere, and we do not.
              ? new WrongAddress(code, words.clean(redirect(reply)))
              // 408 and 5xx come from any machine on the way, before or after the task was made.
              : new InDoubt(code, "the service answered %d: %s".formatted(code, message));
    };
  }

  /** Task ids are opaque, but one that breaks a line, or fills a page, is no name of anything. */
  private static boolean canBeKept(String task) {
    return task.length() <= LONGEST_TASK
        && task.codePoints()
            .noneMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  private static String said(ErrorBody error, Reply reply) {
    return error.message().isEmpty() ? reply.text() : error.message();
  }

  private static String redirect(Reply reply) {
    return reply
        .headers()
        .firstValue("Location")
        .map(place -> "redirected to " + place)
        .orElse("redirected to nowhere");
  }
}
