package io.callsheet.ledger;

import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is written for {@link HistoryBook}: the tables {@code row_content} and {@code delivery}. As
 * indexes of {@code run_row} they would be paid for at each move of a row.
 */
final class HistoryTable {
  private static final String CONTENT =
      "INSERT INTO row_content (run_id, row_no, content_key) VALUES (?, ?, ?)";
  private static final String NO_CONTENT =
      "DELETE FROM row_content WHERE run_id = ? AND row_no = ?";
  private static final String DELIVERED =
      """
      INSERT INTO delivery (run_id, row_no, job, row_key, pair, delivered_at)
      SELECT run_id, row_no, :job, row_key, pair, :now
      FROM run_row WHERE run_id = :run AND row_no = :row
      """;
  private static final String NOT_DELIVERED =
      "DELETE FROM delivery WHERE run_id = :run AND row_no = :row";

  private final JdbcOperations batch;
  private final JdbcClient jdbc;

  HistoryTable(JdbcOperations batch, JdbcClient jdbc) {
    this.batch = batch;
    this.jdbc = jdbc;
  }

  /**
   * Within the transaction in which the rows are planned.
   *
   * @param round from the second on rows may have been planned before
   */
  void planned(RunId run, long round, Map<Long, Sha256> contents) {
    if (contents.isEmpty()) {
      return;
    }
    if (round > 1) {
      List<Object[]> rows =
          contents.keySet().stream().map(row -> new Object[] {run.toString(), row}).toList();
      batch.batchUpdate(NO_CONTENT, rows);
    }
    List<Object[]> lines =
        contents.entrySet().stream()
            .map(e -> new Object[] {run.toString(), e.getKey(), e.getValue().hex()})
            .toList();
    batch.batchUpdate(CONTENT, lines);
  }

  /** Within the transaction in which the row ends with a video. */
  void delivered(RunId run, long rowNo, Instant now) {
    jdbc.sql(DELIVERED)
        .param("job", run.job())
        .param("now", Columns.time(now))
        .param("run", run.toString())
        .param("row", rowNo)
        .update();
  }

  /** Within the transaction in which a row is opened again; for one without a video nothing. */
  void reopened(RunId run, long rowNo) {
    jdbc.sql(NOT_DELIVERED).param("run", run.toString()).param("row", rowNo).update();
  }
}
