package io.callsheet.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /api/generate/submit}. */
final class SubmitEndpoint implements Endpoint {
  /** Ample for a prompt of 2500 characters and three URLs. */
  static final int MAX_BODY = 64 * 1024;

  private final ApiKey key;
  private final SubmitLimit limit;
  private final SubmitRules rules;
  private final ReferenceFetcher references;
  private final TaskBook book;
  private final RenderCache renders;
  private final Webhooks webhooks;
  private final FaultDice dice;
  private final Clock clock;

  SubmitEndpoint(
      ApiKey key,
      SubmitLimit limit,
      SubmitRules rules,
      ReferenceFetcher references,
      TaskBook book,
      RenderCache renders,
      Webhooks webhooks,
      FaultDice dice,
      Clock clock) {
    this.key = key;
    this.limit = limit;
    this.rules = rules;
    this.references = references;
    this.book = book;
    this.renders = renders;
    this.webhooks = webhooks;
    this.dice = dice;
    this.clock = clock;
  }

  @Override
  public Answer answer(HttpExchange call) throws IOException {
    if (!key.opens(call)) {
      return Answer.Json.refused(401, "authentication_error", ApiKey.MESSAGE);
    }
    Optional<Duration> wait =
        dice.strikes(Fault.THROTTLE)
            ? Optional.of(Duration.ofSeconds(1))
            : limit.take(clock.instant());
    if (wait.isPresent()) {
      return Answer.Json.refused(429, "rate_limit_error", "too many submits; wait a little")
          .retryAfter(wait.get());
    }
    if (dice.strikes(Fault.SUBMIT_500_BEFORE)) {
      return broken();
    }
    try {
      Order order = rules.check(body(call));
      return take(order, references.fetch(order));
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  private Answer take(Order order, References files) throws IOException {
    Optional<Task> taken = book.take(order, files);
    if (taken.isEmpty()) {
      return Answer.Json.refused(
          402, "insufficient_credits_error", "the balance does not cover this task");
    }
    Task task = taken.get();
    renders.begin(task);
    webhooks.watch(task);
    if (dice.strikes(Fault.SUBMIT_500_AFTER)) {
      return broken();
    }
    if (dice.strikes(Fault.SUBMIT_DROP_AFTER)) {
      return new Answer.Hangup();
    }
    return Answer.Json.ok(TaskData.accepted(task));
  }

  private static byte[] body(HttpExchange call) throws IOException, Refusal {
    String type = call.getRequestHeaders().getFirst("Content-Type");
    String media = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!media.equals("application/json")) {
      throw Refusal.invalid("the Content-Type must be application/json");
    }
    byte[] body = call.getRequestBody().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      throw Refusal.tooLong("the body is larger than " + MAX_BODY + " bytes");
    }
    return body;
  }

  private static Answer broken() {
    return Answer.Json.refused(500, "internal_error", "Internal Server Error");
  }
}
