package io.callsheet.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** {@code GET /files/…}: the finished renders; the address is all that is needed. */
final class ResultEndpoint implements Endpoint {
  private final ResultLinks links;
  private final TaskBook book;
  private final RenderCache renders;
  private final FaultDice dice;
  private final Clock clock;

  ResultEndpoint(
      ResultLinks links, TaskBook book, RenderCache renders, FaultDice dice, Clock clock) {
    this.links = links;
    this.book = book;
    this.renders = renders;
    this.dice = dice;
    this.clock = clock;
  }

  @Override
  public Answer answer(HttpExchange call) throws IOException {
    var verdict = links.check(call.getRequestURI().getPath(), clock.instant());
    if (verdict instanceof ResultLinks.Verdict.Expired) {
      return Answer.Json.detail(410, "this address has expired; ask for the status again");
    }
    if (!(verdict instanceof ResultLinks.Verdict.Good good) || dice.strikes(Fault.RESULT_404)) {
      return Answer.Json.detail(404, "Not Found");
    }
    Optional<Task> task = book.find(good.taskId());
    if (task.isEmpty()) {
      return Answer.Json.detail(404, "Not Found");
    }
    return new Answer.Video(renders.of(task.get()), dice.strikes(Fault.RESULT_TRUNCATED));
  }
}
