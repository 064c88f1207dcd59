package io.callsheet.ledger;

import io.callsheet.model.AttemptState;
import io.callsheet.model.Credits;
import io.callsheet.model.NotRun;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import io.callsheet.model.TaskId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the submit lane reads and writes: the intent before a POST, and its answer after. */
public final class SubmitBook {
  private final RunTable runs;
  private final RowTable rows;
  private final AttemptTable attempts;
  private final CreditTable credits;
  private final QuarantineTable quarantines;
  private final Transactions tx;
  private final InstantSource clock;

  SubmitBook(
      RunTable runs,
      RowTable rows,
      AttemptTable attempts,
      CreditTable credits,
      QuarantineTable quarantines,
      Transactions tx,
      InstantSource clock) {
    this.runs = runs;
    this.rows = rows;
    this.attempts = attempts;
    this.credits = credits;
    this.quarantines = quarantines;
    this.tx = tx;
    this.clock = clock;
  }

  public List<SubmitRow> due(RunId run, int limit) {
    return rows.dueByPriority(run, RowState.STAGED, clock.instant(), limit, SubmitRow::read);
  }

  /** Numbers of the rows that hold one of the service's places; overdue ones do not. */
  public List<Long> rendering(RunId run) {
    return rows.rendering(run);
  }

  /** How many of all other runs at the service of this origin that somebody works on now. */
  public long renderingElsewhere(RunId run, String origin) {
    return rows.tally().inFlightElsewhere(run, origin, clock.instant());
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

  /**
   * Books the answers of a turn, in one commit that is durable within moments: until then the
   * intents stand, and waiting would not make it sooner.
   *
   * @return numbers of the rows that render now
   */
  public Set<Long> record(RunId run, List<? extends Answer> answers) {
    List<? extends Answer> ordered =
        answers.stream().sorted(Comparator.comparing(a -> a.attempt().rowNo())).toList();
    return tx.soon(() -> book(run, oneRowPerTask(ordered)));
  }

  /**
   * A service that gives one task to two rows leaves the second in doubt: nobody knows whose it is.
   */
  private List<Answer> oneRowPerTask(List<? extends Answer> answers) {
    Set<TaskId> seen = new HashSet<>();
    List<Answer> distinct = new ArrayList<>();
    for (Answer answer : answers) {
      boolean taken =
          answer instanceof Answer.Accepted accepted
              && (!seen.add(accepted.task())
                  || attempts.isTaskUsed(answer.attempt().origin(), accepted.task()));
      distinct.add(
          taken
              ? new Answer.Doubt(
                  answer.attempt(),
                  answer.http(),
                  "the service gave this row a task that another row has: " + answer.message())
              : answer);
    }
    return distinct;
  }

  private Set<Long> book(RunId run, List<? extends Answer> answers) {
    Instant now = clock.instant();
    Set<Long> rendering = new HashSet<>();
    for (Answer answer : answers) {
      if (moveRow(run, answer, now) && answer instanceof Answer.Accepted) {
        rendering.add(answer.attempt().rowNo());
      }
    }
    List<Attempt> released = new ArrayList<>();
    for (Answer answer : answers) {
      boolean unpaid = answer instanceof Answer.Refused || answer instanceof Answer.NotTaken;
      if (close(run, answer, now) && unpaid) {
        released.add(answer.attempt());
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
    return rendering;
  }

  private boolean moveRow(RunId run, Answer answer, Instant now) {
    boolean moved =
        rows.apply(
            run, answer.attempt().rowNo(), AnswerMove.from(RowState.SUBMITTING, answer, now));
    // A former owner that learns late of a paid task must not lose it: a doubt is closed as well.
    if (!moved && answer instanceof Answer.Accepted) {
      return rows.apply(
          run, answer.attempt().rowNo(), AnswerMove.from(RowState.IN_DOUBT, answer, now));
    }
    if (moved && answer instanceof Answer.Refused refused && refused.failure().mayLieInAsset()) {
      quarantines.note(run, answer.attempt().rowNo());
    }
    return moved;
  }

  private boolean close(RunId run, Answer answer, Instant now) {
    Map<String, @Nullable Object> columns =
        AttemptTable.answer(answer.http(), answer.message(), now);
    if (answer instanceof Answer.Accepted accepted) {
      columns.put("task_id", accepted.task().value());
      boolean open =
          change(run, answer, AttemptState.INTENT, AttemptState.ACCEPTED, columns)
              || change(run, answer, AttemptState.DOUBT, AttemptState.ACCEPTED, columns);
      if (!open) {
        attempts.late(run, answer.attempt().rowNo(), answer.attempt().no(), accepted.task());
      }
      return open;
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
