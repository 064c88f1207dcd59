package io.callsheet.ledger;

import io.callsheet.model.RunId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When rows that are RENDERING are looked at again; they stay where they are. */
final class WatchedTasks {
  private static final String PUT_OFF =
      """
      UPDATE run_row SET due_at = ?
      WHERE run_id = ? AND row_no = ? AND state = 'RENDERING' AND attempt = ?
      """;
  private static final String OVERDUE =
      """
      UPDATE run_row SET due_at = :due, tries = tries + 1, overdue = TRUE
      WHERE run_id = :run AND row_no = :row AND state = 'RENDERING' AND attempt = :attempt
      """;

  private final JdbcOperations batch;
  private final JdbcClient jdbc;

  WatchedTasks(JdbcOperations batch, JdbcClient jdbc) {
    this.batch = batch;
    this.jdbc = jdbc;
  }

  /** Somebody asks for these until then; nobody else finds them due. */
  void putOff(RunId run, List<PollRow> rows, Instant until) {
    batch.batchUpdate(
        PUT_OFF,
        rows.stream()
            .map(
                row ->
                    new Object[] {
                      Columns.requiredTime(until), run.toString(), row.no(), row.attempt()
                    })
            .toList());
  }

  void overdue(RunId run, Verdict.Overdue overdue) {
    jdbc.sql(OVERDUE)
        .param("due", Columns.time(overdue.due()))
        .param("run", run.toString())
        .param("row", overdue.row().no())
        .param("attempt", overdue.row().attempt())
        .update();
  }
}
