package io.callsheet.ledger;

import io.callsheet.model.AttemptState;
import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import io.callsheet.model.TaskId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows in doubt or overdue, and the decisions that close them. */
public final class DoubtBook {
  private static final String OPEN =
      """
      SELECT r.row_no, r.row_key, r.overdue, r.character_ref, r.performance_ref, r.prompt, r.estimate,
        a.no, a.state, a.epoch, a.token, a.request_hash, a.reserved, a.origin, a.task_id, a.http,
        a.message, a.intent_at, a.answered_at
      FROM run_row r JOIN attempt a
        ON a.run_id = r.run_id AND a.row_no = r.row_no AND a.no = r.attempt
      WHERE r.run_id = :run AND (r.state = 'IN_DOUBT' OR (r.state = 'RENDERING' AND r.overdue = TRUE))
      ORDER BY r.row_no
      """;

  private final JdbcClient jdbc;
  private final RunTable runs;
  private final RowTable rows;
  private final AttemptTable attempts;
  private final CreditTable credits;
  private final SubmitBook submits;
  private final Transactions tx;
  private final InstantSource clock;

  DoubtBook(
      JdbcClient jdbc,
      RunTable runs,
      RowTable rows,
      AttemptTable attempts,
      CreditTable credits,
      SubmitBook submits,
      Transactions tx,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.runs = runs;
    this.rows = rows;
    this.attempts = attempts;
    this.credits = credits;
    this.submits = submits;
    this.tx = tx;
    this.clock = clock;
  }

  /** All that need a decision, in manifest order. */
  public List<Doubt> open(RunId run) {
    return jdbc.sql(OPEN).param("run", run.toString()).query(Doubt::read).list();
  }

  /** Whether any attempt of any run has this task. */
  public boolean isTaskUsed(String origin, TaskId task) {
    return attempts.isTaskUsed(origin, task);
  }

  /** The service has the task after all; the row is rendering. */
  public void adopt(RunId run, Doubt doubt, TaskId task) {
    submits.record(run, List.of(new Answer.Accepted(doubt.attempt(), 200, "found by hand", task)));
  }

  /** A person is sure that it was not taken: the credits come back, the row may be sent again. */
  public boolean notTaken(RunId run, Doubt doubt) {
    return tx.durably(
        undo -> {
          Instant now = clock.instant();
          boolean closing = runs.find(run).filter(r -> r.phase() == RunPhase.CLOSING).isPresent();
          Move move = Move.of(RowState.IN_DOUBT, RowState.STAGED).set("due_at", Columns.time(now));
          if (!rows.apply(run, doubt.rowNo(), move.set("reason", null))
              || !close(run, doubt, AttemptState.DOUBT, AttemptState.NOT_TAKEN, now)) {
            undo.everything();
            return false;
          }
          Attempt attempt = doubt.attempt();
          credits.release(run, doubt.rowNo(), attempt.no(), attempt.reserved(), now);
          runs.book(run, attempt.reserved().negated(), Credits.ZERO);
          if (closing) {
            rows.supersede(run);
          }
          return true;
        });
  }

  /** Given up: booked as charged at what was reserved, basis assumed. */
  public boolean writeOff(RunId run, Doubt doubt) {
    return tx.durably(
        undo -> {
          Instant now = clock.instant();
          Attempt attempt = doubt.attempt();
          RowState from = doubt.overdue() ? RowState.RENDERING : RowState.IN_DOUBT;
          AttemptState was = doubt.overdue() ? AttemptState.ACCEPTED : AttemptState.DOUBT;
          Move move =
              Move.of(from, RowState.FAILED)
                  .set("failure", FailureClass.LOST)
                  .set("reason", "written off by hand; booked at the estimate")
                  .charge(attempt.reserved(), ChargeBasis.ASSUMED)
                  .set("overdue", false)
                  .set("finished_at", Columns.time(now));
          if (!rows.apply(run, doubt.rowNo(), move)
              || !close(run, doubt, was, AttemptState.WRITTEN_OFF, now)) {
            undo.everything();
            return false;
          }
          credits.settle(
              run,
              doubt.rowNo(),
              attempt.no(),
              attempt.reserved(),
              attempt.reserved(),
              ChargeBasis.ASSUMED,
              now);
          runs.book(run, attempt.reserved().negated(), attempt.reserved());
          return true;
        });
  }

  private boolean close(RunId run, Doubt doubt, AttemptState from, AttemptState to, Instant now) {
    Map<String, @Nullable Object> columns = AttemptTable.closed(now);
    return attempts.change(run, doubt.rowNo(), doubt.attempt().no(), from, to, columns);
  }
}
