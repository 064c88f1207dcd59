package io.callsheet.ledger;

import io.callsheet.model.RowState;
import java.time.Instant;

/** Where an answer takes the row of its attempt. */
final class AnswerMove {
  private AnswerMove() {}

  static Move from(RowState from, Answer answer, Instant now) {
    return to(from, answer, now).during(answer.attempt().no());
  }

  private static Move to(RowState from, Answer answer, Instant now) {
    if (answer instanceof Answer.Accepted accepted) {
      return Move.of(from, RowState.RENDERING)
          .set("task_id", accepted.task().value())
          .set("submitted_at", Columns.time(now))
          .set("due_at", Columns.time(now))
          .set("overdue", false)
          .set("reason", null);
    }
    if (answer instanceof Answer.Refused refused) {
      return Move.of(from, RowState.FAILED)
          .set("failure", refused.failure())
          .set("reason", Columns.cut(refused.message(), 4000))
          .set("finished_at", Columns.time(now));
    }
    if (answer instanceof Answer.NotTaken notTaken) {
      return Move.of(from, RowState.STAGED)
          .set("due_at", Columns.time(notTaken.due()))
          .set("reason", null);
    }
    return Move.of(from, RowState.IN_DOUBT).set("reason", Columns.cut(answer.message(), 4000));
  }
}
