package io.callsheet.ledger;

import io.callsheet.model.ChargeBasis;
import io.callsheet.model.Credits;
import io.callsheet.model.RunId;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasks of closed attempts, and the charges that become known late (states, Attempt). */
public final class LateBook {
  private static final String LATE =
      """
      SELECT a.row_no, a.no, a.task_id, a.origin, r.row_key, r.expected_ms, r.resolution,
        (SELECT COALESCE(SUM(c.charged), 0) FROM credit c WHERE c.run_id = a.run_id
          AND c.row_no = a.row_no AND c.attempt = a.no AND c.kind <> 'ADJUST') AS booked,
        (SELECT SUM(c.charged) FROM credit c WHERE c.run_id = a.run_id
          AND c.row_no = a.row_no AND c.attempt = a.no AND c.kind = 'ADJUST') AS adjusted
      FROM attempt a JOIN run_row r ON r.run_id = a.run_id AND r.row_no = a.row_no
      WHERE a.run_id = :run AND a.late = TRUE AND a.task_id IS NOT NULL
      ORDER BY a.row_no, a.no
      """;

  private static final String ADJUST =
      """
      UPDATE run_row SET charged = charged + :more, basis = :basis
      WHERE run_id = :run AND row_no = :row
      """;

  private final JdbcClient jdbc;
  private final RunTable runs;
  private final CreditTable credits;
  private final Transactions tx;
  private final InstantSource clock;

  LateBook(
      JdbcClient jdbc, RunTable runs, CreditTable credits, Transactions tx, InstantSource clock) {
    this.jdbc = jdbc;
    this.runs = runs;
    this.credits = credits;
    this.tx = tx;
    this.clock = clock;
  }

  /** In manifest order. */
  public List<LateTask> all(RunId run) {
    return jdbc.sql(LATE).param("run", run.toString()).query(LateTask::read).list();
  }

  /**
   * Books what a late task has cost; the first verdict counts, and false is a later one.
   *
   * @param cost of the task as a whole; zero if it failed
   */
  public boolean adjust(RunId run, LateTask late, Credits cost, ChargeBasis basis) {
    Credits more = cost.minus(late.booked());
    return tx.durably(
        undo -> {
          jdbc.sql(ADJUST)
              .param("more", more.thousandths())
              .param("basis", basis.name())
              .param("run", run.toString())
              .param("row", late.rowNo())
              .update();
          if (!credits.adjust(run, late.rowNo(), late.attempt(), more, basis, clock.instant())) {
            undo.everything();
            return false;
          }
          runs.book(run, Credits.ZERO, more);
          return true;
        });
  }
}
