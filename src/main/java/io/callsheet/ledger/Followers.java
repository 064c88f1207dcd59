package io.callsheet.ledger;

import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that are the same as an earlier row of their run: they stay PENDING, and move in the
 * transaction in which that one ends. Whom a row follows is also kept in the table {@code
 * follower}: an index of {@code run_row} would be paid for at each move of every row.
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
  private static final String NO_LINE =
      "DELETE FROM follower WHERE run_id = ? AND leader = ? AND row_no = ?";
  private static final String LINE =
      "INSERT INTO follower (run_id, leader, row_no) VALUES (?, ?, ?)";
  private static final String NEXT =
      """
      SELECT row_no FROM follower WHERE run_id = :run AND leader = :leader AND row_no > :after
      ORDER BY run_id, leader, row_no LIMIT :limit
      """;

  /** A line may be of an earlier round, and its row follow nobody or another one by now. */
  private static final String FOLLOWS =
      " WHERE run_id = ? AND row_no = ? AND follows = ? AND state = 'PENDING'";

  private static final String DELIVER =
      """
      UPDATE run_row SET state = 'RENDERED', reuse_run = ?, reuse_row = ?, due_at = (
        SELECT l.finished_at FROM run_row l WHERE l.run_id = ? AND l.row_no = ?)
      """
          + FOLLOWS;
  private static final String END =
      """
      UPDATE run_row SET state = ?,
        failure = (SELECT l.failure FROM run_row l WHERE l.run_id = ? AND l.row_no = ?),
        not_run = (SELECT l.not_run FROM run_row l WHERE l.run_id = ? AND l.row_no = ?),
        reason = (SELECT l.reason FROM run_row l WHERE l.run_id = ? AND l.row_no = ?)
      """
          + FOLLOWS;

  /** Of a manifest of one row, written a million times, all follow the first. */
  private static final int PAGE = 1_000;

  private final JdbcOperations batch;
  private final JdbcClient jdbc;

  Followers(JdbcOperations batch, JdbcClient jdbc) {
    this.batch = batch;
    this.jdbc = jdbc;
  }

  void begin(RunId run, long round, List<Decision.Follow> follows) {
    List<Object[]> values = new ArrayList<>();
    List<Object[]> lines = new ArrayList<>();
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
      lines.add(new Object[] {run.toString(), follow.leader(), follow.rowNo()});
    }
    if (values.isEmpty()) {
      return;
    }
    batch.batchUpdate(BEGIN, values);
    if (round > 1) {
      batch.batchUpdate(NO_LINE, lines);
    }
    batch.batchUpdate(LINE, lines);
  }

  /** What the leader gets, its followers get: its video, or its end. */
  void end(RunId run, long leader, Move move) {
    List<Long> some = next(run, leader, 0);
    while (!some.isEmpty()) {
      boolean delivered = move.to == RowState.SUCCEEDED || move.to == RowState.REUSED;
      batch.batchUpdate(
          delivered ? DELIVER : END,
          some.stream()
              .map(row -> delivered ? delivery(run, leader, row) : end(run, leader, row, move.to))
              .toList());
      some = next(run, leader, some.get(some.size() - 1));
    }
  }

  private List<Long> next(RunId run, long leader, long after) {
    return jdbc.sql(NEXT)
        .param("run", run.toString())
        .param("leader", leader)
        .param("after", after)
        .param("limit", PAGE)
        .query(Long.class)
        .list();
  }

  private static Object[] delivery(RunId run, long leader, long row) {
    String id = run.toString();
    return new Object[] {id, leader, id, leader, id, row, leader};
  }

  private static Object[] end(RunId run, long leader, long row, RowState to) {
    String id = run.toString();
    return new Object[] {to.name(), id, leader, id, leader, id, leader, id, row, leader};
  }
}
