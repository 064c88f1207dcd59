package io.callsheet.ledger;

import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that are the same as an earlier row of their run: they stay PENDING, and move in the
 * transaction in which that one ends.
 */
final class Followers {
  private static final String BEGIN =
      """
      UPDATE run_row SET follows = :leader, action = 'REUSE', planned_in = :round, estimate = 0,
        expected_ms = :ms, content_key = :content, video = :video, video_fold = :fold,
        reason = (SELECT CONCAT('the same as ', l.row_key) FROM run_row l
          WHERE l.run_id = :run AND l.row_no = :leader),
        planned_reason = (SELECT CONCAT('the same as ', l.row_key, ' of this run') FROM run_row l
          WHERE l.run_id = :run AND l.row_no = :leader)
      WHERE run_id = :run AND row_no = :row AND state = 'PENDING'
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

  private final JdbcClient jdbc;

  Followers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void begin(RunId run, long round, Decision.Follow follow) {
    jdbc.sql(BEGIN)
        .param("leader", follow.leader())
        .param("round", round)
        .param("ms", follow.expected().toMillis())
        .param("content", follow.content().hex())
        .param("video", follow.video())
        .param("fold", FoldedName.of(follow.video()))
        .param("run", run.toString())
        .param("row", follow.rowNo())
        .update();
  }

  /** What the leader gets, its followers get: its video, or its end. */
  void end(RunId run, long leader, Move move) {
    boolean delivered = move.to == RowState.SUCCEEDED || move.to == RowState.REUSED;
    JdbcClient.StatementSpec statement =
        jdbc.sql(delivered ? DELIVER : END).param("run", run.toString()).param("leader", leader);
    (delivered ? statement : statement.param("state", move.to.name())).update();
  }
}
