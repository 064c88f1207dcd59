package io.callsheet.ledger;

import io.callsheet.model.RunId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When rows that are RENDERING are asked for; they stay where they are. */
final class WaitingTasks {
  private static final String LATER =
      """
      SELECT * FROM run_row WHERE run_id = :run AND state = 'RENDERING' AND due_at > :now
        AND overdue = FALSE
      ORDER BY run_id, state, due_at, row_no LIMIT :limit
      """;
  private static final String MOVE_UP =
      """
      UPDATE run_row SET due_at = :due WHERE run_id = :run AND row_no = :row
        AND state = 'RENDERING' AND attempt = :attempt AND due_at > :due
      """;
  private static final String KEEP_WAITING =
      """
      UPDATE run_row SET due_at = :due, tries = tries + 1, overdue = :overdue
      WHERE run_id = :run AND row_no = :row AND state = 'RENDERING' AND attempt = :attempt
      """;

  private final JdbcClient jdbc;

  WaitingTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that are not due yet, the next one first. */
  List<PollRow> later(RunId run, Instant now, int limit) {
    return jdbc.sql(LATER)
        .param("run", run.toString())
        .param("now", Columns.time(now))
        .param("limit", limit)
        .query(PollRow::read)
        .list();
  }

  /** Makes a task due sooner; never later. */
  void moveUp(RunId run, PollRow row, Instant due) {
    jdbc.sql(MOVE_UP)
        .param("due", Columns.time(due))
        .param("run", run.toString())
        .param("row", row.no())
        .param("attempt", row.attempt())
        .update();
  }

  /** Puts off the next look at an attempt's task, after one more try. */
  void keepWaiting(RunId run, Verdict.Waiting waiting) {
    jdbc.sql(KEEP_WAITING)
        .param("due", Columns.time(waiting.due()))
        .param("overdue", waiting.overdue())
        .param("run", run.toString())
        .param("row", waiting.row().no())
        .param("attempt", waiting.row().attempt())
        .update();
  }
}
