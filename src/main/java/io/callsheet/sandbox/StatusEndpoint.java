package io.callsheet.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.time.Clock;
import java.util.Optional;

/** {@code GET /api/generate/status/{task_id}}. */
final class StatusEndpoint implements Endpoint {
  static final String PATH = "/api/generate/status/";

  private final ApiKey key;
  private final TaskBook book;
  private final ResultLinks links;
  private final FaultDice dice;
  private final Clock clock;

  StatusEndpoint(ApiKey key, TaskBook book, ResultLinks links, FaultDice dice, Clock clock) {
    this.key = key;
    this.book = book;
    this.links = links;
    this.dice = dice;
    this.clock = clock;
  }

  @Override
  public Answer answer(HttpExchange call) {
    if (!key.opens(call)) {
      return Answer.Json.detail(401, ApiKey.MESSAGE);
    }
    if (dice.strikes(Fault.STATUS_500)) {
      return Answer.Json.detail(500, "Internal Server Error");
    }
    String id = call.getRequestURI().getPath().substring(PATH.length());
    Optional<Task> task = book.find(id);
    return task.isEmpty()
        ? Answer.Json.detail(404, "there is no such task")
        : Answer.Json.ok(TaskData.of(task.get(), clock.instant(), links));
  }
}
