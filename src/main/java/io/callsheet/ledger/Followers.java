package io.callsheet.ledger;

import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that are the same as an earlier row of their run: they stay PENDING, and move in the
 * transaction in which that one ends.
 */
final class Followers {
  private static final String BEGIN =
      """
      UPDATE run_row SET follows = ?, action = 'REUSE', planned_in = ?, estimate = 0,
        expected_ms = ?, content_key = ?, video = ?, video_fold = ?,
        reason = (SELECT CONCAT('the same as ', l.row_key) FROM run_row l
          WHERE l.run_id = ? AND l.row_no = ?),
        planned_reason = (SELECT CONCAT('the same as ', l.row_key, ' of this run') FROM run_row l
          WHERE l.run_id = ? AND l.row_no = ?)
      WHERE run_id = ? AND row_no = ? AND state = 'PENDING'
      """;
  private static final String DELIVER =
      """
      UPDATE run_row SET state = 'RENDERED', reuse_run = :run, reuse_row = :leader, due_at = (
        SELECT l.finished_at FROM run_row l WHERE l.run_id = :run AND l.row_no = :leader)
      WHERE run_id = :run AND follows = :leader AND state = 'PENDING'
      """;
  private static final String END =
      """
      UPDATE run_row SET state = :state,
        failure = (SELECT l.failure FROM run_row l WHERE l.run_id = :run AND l.row_no = :leader),
        not_run = (SELECT l.not_run FROM run_row l WHERE l.run_id = :run AND l.row_no = :leader),
        reason = (SELECT l.reason FROM run_row l WHERE l.run_id = :run AND l.row_no = :leader)
      WHERE run_id = :run AND follows = :leader AND state = 'PENDING'
      """;

  private final JdbcOperations batch;
  private final JdbcClient jdbc;

  Followers(JdbcOperations batch, JdbcClient jdbc) {
    this.batch = batch;
    this.jdbc = jdbc;
  }

  void begin(RunId run, long round, List<Decision.Follow> follows) {
    List<Object[]> values = new ArrayList<>();
    for (Decision.Follow follow : follows) {
      values.add(
          new Object[] {
            follow.leader(),
            round,
            follow.expected().toMillis(),
            follow.content().hex(),
            follow.video(),
            FoldedName.of(follow.video()),
            run.toString(),
            follow.leader(),
            run.toString(),
            follow.leader(),
            run.toString(),
            follow.rowNo()
          });
    }
    if (!values.isEmpty()) {
      batch.batchUpdate(BEGIN, values);
    }
  }

  /** What the leader gets, its followers get: its video, or its end. */
  void end(RunId run, long leader, Move move) {
    boolean delivered = move.to == RowState.SUCCEEDED || move.to == RowState.REUSED;
    JdbcClient.StatementSpec statement =
        jdbc.sql(delivered ? DELIVER : END).param("run", run.toString()).param("leader", leader);
    (delivered ? statement : statement.param("state", move.to.name())).update();
  }
}
