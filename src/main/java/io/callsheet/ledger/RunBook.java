package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.PlanBasis;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;

/** The runs: made, found, and led through their phases. */
public final class RunBook {
  private final RunTable runs;
  private final BasisTable bases;
  private final RowTable rows;
  private final CreditTable credits;
  private final Transactions tx;
  private final InstantSource clock;

  RunBook(
      RunTable runs,
      BasisTable bases,
      RowTable rows,
      CreditTable credits,
      Transactions tx,
      InstantSource clock) {
    this.runs = runs;
    this.bases = bases;
    this.rows = rows;
    this.credits = credits;
    this.tx = tx;
    this.clock = clock;
  }

  /** The id that the job's next run will have. */
  public RunId nextId(String job) {
    return new RunId(job, runs.nextNumber(job));
  }

  /** False if another process has just made a run with this id: ask for the next one. */
  public boolean create(NewRun run, long epoch) {
    try {
      tx.durably(
          () -> {
            runs.insert(run, epoch, clock.instant());
            bases.insert(run.id(), run.basis());
          });
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  /** What the price of the run's plan rests on. */
  public PlanBasis basis(RunId id) {
    return bases.of(id);
  }

  public Optional<Run> find(RunId id) {
    return runs.find(id);
  }

  /**
   * @throws IllegalStateException if there is no such run
   */
  public Run get(RunId id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no run " + id));
  }

  /** The newest run of a job under a label (empty for none). */
  public Optional<Run> newest(String job, String label) {
    return runs.newest(job, label);
  }

  /** All runs, newest first. */
  public List<Run> all() {
    return runs.all();
  }

  /**
   * Begins an execution: later intents of older epochs are refused, the cap is read anew, and no
   * row waits for a time that another clock has set.
   */
  public void adopt(RunId id, long epoch, Credits cap) {
    tx.durably(
        () -> {
          rows.makeDue(id, clock.instant());
          runs.set(id, "epoch", epoch);
          runs.set(id, "cap", cap.thousandths());
          runs.set(id, "stop_requested", false);
        });
  }

  /** Before the lanes start: no task is overdue until somebody has asked how it stands now. */
  public void lookAgain(RunId id) {
    tx.durably(() -> rows.lookAgain(id));
  }

  /** Asks the run's owner, whoever and wherever it is, to stop. */
  public void requestStop(RunId id) {
    tx.durably(() -> runs.set(id, "stop_requested", true));
  }

  /** Opens the next round: a new job instance for what {@code redrive} or a lost one left. */
  public void nextRound(RunId id) {
    tx.durably(() -> runs.set(id, "round", get(id).round() + 1));
  }

  /** After the wall clock was set back: rows must not wait until it has caught up. */
  public void makeDue(RunId id) {
    tx.run(() -> rows.makeDue(id, clock.instant()));
  }

  /** Whether the run was in {@code from} and is now in {@code to}. */
  public boolean advance(RunId id, RunPhase from, RunPhase to) {
    String stamp = from == RunPhase.PLANNED && to == RunPhase.RUNNING ? "started_at" : "";
    return tx.durably(undo -> runs.advance(id, from, to, stamp, clock.instant()));
  }

  /** Keeps when the last row ended; the run ends once its files are written. */
  public void workEnded(RunId id) {
    tx.durably(() -> runs.set(id, "ended_at", Columns.requiredTime(clock.instant())));
  }

  /** Begins closing: what was not sent is left out, what is paid is still brought home. */
  public void supersede(RunId id) {
    tx.durably(
        () -> {
          if (runs.advance(id, RunPhase.RUNNING, RunPhase.CLOSING, "", clock.instant())) {
            rows.supersede(id);
          }
        });
  }

  /** Lets a plan be spent; whoever did so first stays written down. */
  public void approve(RunId id, String by, Credits planned) {
    tx.durably(
        () -> {
          if (get(id).approval() == null) {
            runs.set(id, "approved_by", String.valueOf(Columns.cut(by, 200)));
            runs.set(id, "approved_at", Columns.requiredTime(clock.instant()));
            runs.set(id, "approved_credits", planned.thousandths());
          }
        });
  }

  public void exit(RunId id, int code) {
    tx.durably(() -> runs.set(id, "last_exit", code));
  }

  public RowCounts counts(RunId id) {
    return rows.tally().counts(id);
  }

  /** Whether the run's sums are those of its credit entries (states, Credits). */
  public boolean booksClose(RunId id) {
    return tx.call(
        () -> {
          Run run = get(id);
          CreditTable.Sums sums = credits.sums(id);
          return run.reserved().equals(sums.reserved()) && run.charged().equals(sums.charged());
        });
  }
}
