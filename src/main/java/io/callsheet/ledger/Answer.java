package io.callsheet.ledger;

import io.callsheet.model.FailureClass;
import io.callsheet.model.TaskId;
import java.time.Instant;

/** What came of one POST, in the ledger's terms. */
public sealed interface Answer {
  Attempt attempt();

  /** The HTTP status; 0 where there was none. */
  int http();

  String message();

  record Accepted(Attempt attempt, int http, String message, TaskId task) implements Answer {}

  record Refused(Attempt attempt, int http, String message, FailureClass failure)
      implements Answer {}

  /**
   * Surely not taken.
   *
   * @param due when the row may be sent again
   */
  record NotTaken(Attempt attempt, int http, String message, Instant due) implements Answer {}

  record Doubt(Attempt attempt, int http, String message) implements Answer {}
}
