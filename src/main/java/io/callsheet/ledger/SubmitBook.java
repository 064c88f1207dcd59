package io.callsheet.ledger;

import io.callsheet.model.AttemptState;
import io.callsheet.model.Credits;
import io.callsheet.model.NotRun;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the submit lane reads and writes: the intent before a POST, and its answer after. */
public final class SubmitBook {
  private final RunTable runs;
  private final RowTable rows;
  private final AttemptTable attempts;
  private final CreditTable credits;
  private final Transactions tx;
  private final InstantSource clock;

  SubmitBook(
      RunTable runs,
      RowTable rows,
      AttemptTable attempts,
      CreditTable credits,
      Transactions tx,
      InstantSource clock) {
    this.runs = runs;
    this.rows = rows;
    this.attempts = attempts;
    this.credits = credits;
    this.tx = tx;
    this.clock = clock;
  }

  public List<SubmitRow> due(RunId run, int limit) {
    return rows.dueByPriority(run, RowState.STAGED, clock.instant(), limit, SubmitRow::read);
  }

  /** Rows that hold one of the service's places; overdue ones do not. */
  public long rendering(RunId run) {
    return rows.inFlight(run);
  }

  /** Makes the intent durable, or says why it may not be. Nothing is sent without it. */
  public IntentOutcome intend(
      RunId run, long epoch, SubmitRow row, String token, Sha256 requestHash, String origin) {
    Attempt attempt =
        new Attempt(
            row.no(),
            row.attempts() + 1,
            AttemptState.INTENT,
            epoch,
            token,
            requestHash.hex(),
            row.estimate(),
            origin,
            null,
            null,
            clock.instant());
    IntentOutcome outcome = tx.durably(undo -> intend(run, attempt, undo));
    if (outcome instanceof IntentOutcome.OverCap) {
      tx.durably(() -> rows.apply(run, row.no(), overCap().during(row.attempts())));
    }
    return outcome;
  }

  private IntentOutcome intend(RunId run, Attempt attempt, Transactions.Undo undo) {
    Move move =
        Move.of(RowState.STAGED, RowState.SUBMITTING)
            .during(attempt.no() - 1)
            .set("attempt", attempt.no())
            .set("task_id", null);
    if (!rows.apply(run, attempt.rowNo(), move)) {
      return new IntentOutcome.Moved();
    }
    attempts.begin(run, attempt);
    credits.reserve(run, attempt.rowNo(), attempt.no(), attempt.reserved(), attempt.intentAt());
    if (runs.fence(run, attempt.epoch(), attempt.reserved())) {
      return new IntentOutcome.Begun(attempt);
    }
    undo.everything();
    return whyFenced(run, attempt.epoch());
  }

  private IntentOutcome whyFenced(RunId id, long epoch) {
    Run run = runs.find(id).orElseThrow(() -> new IllegalStateException("no run " + id));
    if (run.epoch() != epoch) {
      return new IntentOutcome.Fenced("another process has taken over " + id);
    }
    return switch (run.phase()) {
      case RUNNING -> new IntentOutcome.OverCap();
      default -> new IntentOutcome.Fenced(id + " is " + run.phase());
    };
  }

  private static Move overCap() {
    return Move.of(RowState.STAGED, RowState.NOT_RUN)
        .set("not_run", NotRun.OVER_CAP)
        .set("reason", NotRun.OVER_CAP.meaning());
  }

  /** Books the answers of a turn, in one durable commit. */
  public void record(RunId run, List<? extends Answer> answers) {
    List<? extends Answer> ordered =
        answers.stream().sorted(Comparator.comparing(a -> a.attempt().rowNo())).toList();
    tx.durably(() -> book(run, ordered));
  }

  private void book(RunId run, List<? extends Answer> answers) {
    Instant now = clock.instant();
    answers.forEach(answer -> moveRow(run, answer, now));
    List<Attempt> released = new ArrayList<>();
    for (Answer answer : answers) {
      if (close(run, answer, now) && !(answer instanceof Answer.Accepted)) {
        if (!(answer instanceof Answer.Doubt)) {
          released.add(answer.attempt());
        }
      }
    }
    Credits sum = Credits.ZERO;
    for (Attempt attempt : released) {
      credits.release(run, attempt.rowNo(), attempt.no(), attempt.reserved(), now);
      sum = sum.plus(attempt.reserved());
    }
    if (!sum.isZero()) {
      runs.book(run, sum.negated(), Credits.ZERO);
    }
  }

  private void moveRow(RunId run, Answer answer, Instant now) {
    long row = answer.attempt().rowNo();
    if (answer instanceof Answer.Accepted accepted) {
      // A former owner that learns late of a paid task must not lose it: a doubt is closed as well.
      if (!rows.apply(run, row, rendering(RowState.SUBMITTING, accepted, now))) {
        rows.apply(run, row, rendering(RowState.IN_DOUBT, accepted, now));
      }
    } else if (answer instanceof Answer.Refused refused) {
      rows.apply(
          run,
          row,
          Move.of(RowState.SUBMITTING, RowState.FAILED)
              .during(answer.attempt().no())
              .set("failure", refused.failure())
              .set("reason", Columns.cut(refused.message(), 4000))
              .set("finished_at", Columns.time(now)));
    } else if (answer instanceof Answer.NotTaken notTaken) {
      rows.apply(
          run,
          row,
          Move.of(RowState.SUBMITTING, RowState.STAGED)
              .during(answer.attempt().no())
              .set("due_at", Columns.time(notTaken.due()))
              .set("reason", null));
    } else {
      rows.apply(
          run,
          row,
          Move.of(RowState.SUBMITTING, RowState.IN_DOUBT)
              .during(answer.attempt().no())
              .set("reason", Columns.cut(answer.message(), 4000)));
    }
  }

  private static Move rendering(RowState from, Answer.Accepted accepted, Instant now) {
    return Move.of(from, RowState.RENDERING)
        .during(accepted.attempt().no())
        .set("task_id", accepted.task().value())
        .set("submitted_at", Columns.time(now))
        .set("due_at", Columns.time(accepted.firstPoll()))
        .set("overdue", false)
        .set("reason", null);
  }

  private boolean close(RunId run, Answer answer, Instant now) {
    Map<String, @Nullable Object> columns =
        AttemptTable.answer(answer.http(), answer.message(), now);
    if (answer instanceof Answer.Accepted accepted) {
      columns.put("task_id", accepted.task().value());
      return change(run, answer, AttemptState.INTENT, AttemptState.ACCEPTED, columns)
          || change(run, answer, AttemptState.DOUBT, AttemptState.ACCEPTED, columns);
    }
    if (answer instanceof Answer.Doubt) {
      return change(run, answer, AttemptState.INTENT, AttemptState.DOUBT, columns);
    }
    columns.putAll(AttemptTable.closed(now));
    AttemptState to =
        answer instanceof Answer.Refused ? AttemptState.REFUSED : AttemptState.NOT_TAKEN;
    return change(run, answer, AttemptState.INTENT, to, columns);
  }

  private boolean change(
      RunId run,
      Answer answer,
      AttemptState from,
      AttemptState to,
      Map<String, @Nullable Object> columns) {
    Attempt attempt = answer.attempt();
    return attempts.change(run, attempt.rowNo(), attempt.no(), from, to, columns);
  }

  /**
   * Before the lanes start: intents of an older epoch are in doubt, for nobody knows whether their
   * POST went out. Returns how many.
   */
  public int recover(RunId run, long epoch) {
    List<Answer.Doubt> doubts =
        attempts.leftOpen(run, epoch).stream()
            .map(
                attempt ->
                    new Answer.Doubt(
                        attempt, 0, "the process died between its intent and the answer"))
            .toList();
    record(run, doubts);
    return doubts.size();
  }
}
