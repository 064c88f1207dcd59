package io.callsheet.ledger;

import io.callsheet.model.AttemptState;
import io.callsheet.model.Credits;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the poll lane reads and writes; the charge of a row is settled here. */
public final class PollBook {
  private final RunTable runs;
  private final RowTable rows;
  private final AttemptTable attempts;
  private final CreditTable credits;
  private final QuarantineTable quarantines;
  private final WatchedTasks watched;
  private final RenderTimesTable times;
  private final Transactions tx;
  private final InstantSource clock;

  PollBook(
      RunTable runs,
      RowTable rows,
      AttemptTable attempts,
      CreditTable credits,
      QuarantineTable quarantines,
      WatchedTasks watched,
      RenderTimesTable times,
      Transactions tx,
      InstantSource clock) {
    this.runs = runs;
    this.rows = rows;
    this.attempts = attempts;
    this.credits = credits;
    this.quarantines = quarantines;
    this.watched = watched;
    this.times = times;
    this.tx = tx;
    this.clock = clock;
  }

  /** Tasks that nobody asks for. */
  public List<PollRow> due(RunId run, int limit) {
    return rows.dueByTime(run, RowState.RENDERING, clock.instant(), limit, PollRow::read);
  }

  /**
   * Tells that the caller asks for these from now on, at times of its own. Should it die, they are
   * due again at the next start, or at the latest then.
   */
  public void watch(RunId run, List<PollRow> rows, Instant until) {
    tx.run(() -> watched.putOff(run, rows, until));
  }

  /** How long renders of a kind took, as the lessons have written it. */
  public Optional<String> times(RenderKind kind) {
    return times.find(kind);
  }

  /** Books the verdicts of a turn, and nothing beside them. */
  public void record(RunId run, List<? extends Verdict> verdicts) {
    record(run, verdicts, List.of());
  }

  /**
   * Books the verdicts of a turn and what they teach, in one commit; durable if a task has failed.
   * What is lost of a finished one the service says again for nothing, and the intent for which its
   * place is wanted carries it to the disk: waiting for the disk here would only keep that waiting.
   */
  public void record(RunId run, List<? extends Verdict> verdicts, List<Lesson> lessons) {
    List<? extends Verdict> ordered =
        verdicts.stream().sorted(Comparator.comparing(v -> v.row().no())).toList();
    times.open(lessons);
    Runnable work =
        () -> {
          book(run, ordered);
          times.learn(lessons);
        };
    if (ordered.stream().allMatch(PollBook::isToldAgain)) {
      tx.run(work);
    } else {
      tx.durably(work);
    }
  }

  private static boolean isToldAgain(Verdict verdict) {
    return verdict instanceof Verdict.Overdue || verdict instanceof Verdict.Finished;
  }

  private void book(RunId run, List<? extends Verdict> verdicts) {
    Instant now = clock.instant();
    verdicts.forEach(verdict -> moveRow(run, verdict, now));
    List<Verdict> closed = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      if (!(verdict instanceof Verdict.Overdue) && close(run, verdict, now)) {
        closed.add(verdict);
      }
    }
    Credits released = Credits.ZERO;
    Credits charged = Credits.ZERO;
    for (Verdict verdict : closed) {
      PollRow row = verdict.row();
      released = released.plus(row.reserved());
      if (verdict instanceof Verdict.Finished done) {
        charged = charged.plus(done.charged());
        credits.settle(
            run, row.no(), row.attempt(), row.reserved(), done.charged(), done.basis(), now);
      } else {
        credits.release(run, row.no(), row.attempt(), row.reserved(), now);
      }
    }
    if (!closed.isEmpty()) {
      runs.book(run, released.negated(), charged);
    }
  }

  private void moveRow(RunId run, Verdict verdict, Instant now) {
    long row = verdict.row().no();
    if (verdict instanceof Verdict.Finished done) {
      rows.apply(
          run,
          row,
          Move.of(RowState.RENDERING, RowState.RENDERED)
              .during(verdict.row().attempt())
              .set("video_url", done.file().toString())
              .charge(done.charged(), done.basis())
              .set("overdue", false)
              .set("due_at", Columns.time(now)));
    } else if (verdict instanceof Verdict.Failed failed) {
      if (rows.apply(run, row, move(failed, now)) && failed.failure().mayLieInAsset()) {
        quarantines.note(run, row);
      }
    } else if (verdict instanceof Verdict.Retry retry) {
      rows.apply(
          run,
          row,
          Move.of(RowState.RENDERING, RowState.STAGED)
              .during(verdict.row().attempt())
              .set("retries", retry.row().retries() + 1)
              .set("reason", Columns.cut(retry.message(), 4000))
              .set("overdue", false)
              .set("due_at", Columns.time(retry.due())));
    } else if (verdict instanceof Verdict.Overdue overdue) {
      watched.overdue(run, overdue);
    }
  }

  private static Move move(Verdict.Failed failed, Instant now) {
    return Move.of(RowState.RENDERING, RowState.FAILED)
        .during(failed.row().attempt())
        .set("failure", failed.failure())
        .set("reason", Columns.cut(failed.message(), 4000))
        .set("overdue", false)
        .set("finished_at", Columns.time(now));
  }

  private boolean close(RunId run, Verdict verdict, Instant now) {
    AttemptState to =
        verdict instanceof Verdict.Finished ? AttemptState.FINISHED : AttemptState.FAILED;
    return attempts.change(
        run,
        verdict.row().no(),
        verdict.row().attempt(),
        AttemptState.ACCEPTED,
        to,
        AttemptTable.closed(now));
  }
}
