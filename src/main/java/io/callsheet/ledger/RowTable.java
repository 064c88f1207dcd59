package io.callsheet.ledger;

import static java.util.stream.Collectors.joining;

import io.callsheet.model.NotRun;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the table {@code run_row}, but for the reports' wide reads. */
final class RowTable {
  private static final String WITH_ASSETS =
      """
      SELECT r.*,
        c.path AS c_path, c.sha256 AS c_sha256, c.type AS c_type, c.bytes AS c_bytes,
        c.width AS c_width, c.height AS c_height, c.length_ms AS c_length_ms, c.problem AS c_problem,
        p.path AS p_path, p.sha256 AS p_sha256, p.type AS p_type, p.bytes AS p_bytes,
        p.width AS p_width, p.height AS p_height, p.length_ms AS p_length_ms, p.problem AS p_problem
      FROM run_row r
      LEFT JOIN asset_ref c
        ON c.run_id = r.run_id AND c.role = 'CHARACTER' AND c.ref = r.character_ref
      LEFT JOIN asset_ref p
        ON p.run_id = r.run_id AND p.role = 'PERFORMANCE' AND p.ref = r.performance_ref
      WHERE r.run_id = :run
      """;

  /**
   * The whole index in the order, constants and all, and no other column that an index begins with
   * to be compared: otherwise H2 reads and sorts every row of the run for each page.
   */
  private static final String BY_PRIORITY =
      " ORDER BY r.run_id, r.state, r.priority, r.row_no LIMIT :limit";

  private static final String READABLE =
      WITH_ASSETS
          + " AND r.row_no > :after AND r.character_ref IS NOT NULL"
          + " ORDER BY r.run_id, r.row_no LIMIT :limit";
  private static final String IN_STATE = " AND r.state = :state";
  private static final String UNPLANNED =
      WITH_ASSETS + IN_STATE + " AND COALESCE(r.follows, 0) = 0" + BY_PRIORITY;
  private static final String DUE_BY_PRIORITY =
      WITH_ASSETS + IN_STATE + " AND COALESCE(r.due_at, :now) <= :now" + BY_PRIORITY;
  private static final String DUE_BY_TIME =
      """
      SELECT * FROM run_row WHERE run_id = :run AND state = :state AND due_at <= :now
      ORDER BY run_id, state, due_at, row_no LIMIT :limit
      """;
  private static final String MAKE_DUE =
      """
      UPDATE run_row SET due_at = :now WHERE run_id = :run AND due_at > :now
        AND state IN ('READY', 'STAGED', 'RENDERING', 'RENDERED')
      """;
  private static final String LOOK_AGAIN =
      "UPDATE run_row SET overdue = FALSE WHERE run_id = :run AND state = 'RENDERING'";
  private static final String SUPERSEDE =
      """
      UPDATE run_row SET state = 'NOT_RUN', not_run = :why, reason = :reason
      WHERE run_id = :run AND state IN ('PENDING', 'READY', 'STAGED')
      """;
  private static final String POSTPONE =
      """
      UPDATE run_row SET due_at = :due, tries = tries + 1
      WHERE run_id = :run AND row_no = :row AND state = :state
      """;
  private static final String NOTED =
      " = :value WHERE run_id = :run AND row_no = :row AND state = :state";

  private static final String DUE_TO_COLLECT =
      """
      SELECT w.*, e.row_no AS e_row_no, e.row_key AS e_row_key, e.video AS e_video,
        e.sha256 AS e_sha256, e.rendered_ms AS e_rendered_ms,
        r.job AS e_job, r.n AS e_n, r.output AS e_output
      FROM run_row w
      LEFT JOIN run_row e ON e.run_id = w.reuse_run AND e.row_no = w.reuse_row
      LEFT JOIN run r ON r.id = w.reuse_run
      WHERE w.run_id = :run AND w.state = :state AND w.due_at <= :now
      ORDER BY w.run_id, w.state, w.due_at, w.row_no LIMIT :limit
      """;
  private static final String RENDERING =
      """
      SELECT row_no FROM run_row WHERE run_id = :run AND state = 'RENDERING' AND overdue = FALSE
      """;
  private static final String NEXT_DUE =
      """
      SELECT due_at FROM run_row WHERE run_id = :run AND state = :state AND due_at > :now
      ORDER BY run_id, state, due_at, row_no LIMIT 1
      """;

  /**
   * The order keeps PostgreSQL from reading the table until it meets such a row, where other runs
   * have many of that state.
   */
  private static final String ANY =
      """
      (SELECT 1 FROM run_row WHERE run_id = :run AND state = '%s' AND overdue = FALSE
        ORDER BY run_id, state, due_at, row_no LIMIT 1)
      """;

  private final JdbcOperations batch;
  private final JdbcClient jdbc;
  private final Followers followers;
  private final RowTally tally;

  RowTable(JdbcOperations batch, JdbcClient jdbc) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.followers = new Followers(batch, jdbc);
    this.tally = new RowTally(jdbc);
  }

  RowTally tally() {
    return tally;
  }

  /** Whether the row was still where the move begins; false is a lost race. */
  boolean apply(RunId run, long rowNo, Move move) {
    MoveStatement statement = MoveStatement.of(run, rowNo, move);
    int updated = jdbc.sql(statement.sql()).params(statement.values()).update();
    if (updated > 1) {
      throw new IllegalStateException("row " + rowNo + " of " + run + " exists twice: a bug");
    }
    if (updated == 1 && move.to.isEnd()) {
      followers.end(run, rowNo, move);
    }
    return updated == 1;
  }

  /**
   * Moves rows that no other row follows yet, all together; returns those that were still where
   * their moves begin.
   */
  Set<Long> applyAll(RunId run, Map<Long, Move> moves) {
    Map<String, List<Object[]>> batches = new LinkedHashMap<>();
    Map<String, List<Long>> numbers = new LinkedHashMap<>();
    moves.forEach(
        (rowNo, move) -> {
          MoveStatement statement = MoveStatement.of(run, rowNo, move);
          batches
              .computeIfAbsent(statement.sql(), sql -> new ArrayList<>())
              .add(statement.values().toArray());
          numbers.computeIfAbsent(statement.sql(), sql -> new ArrayList<>()).add(rowNo);
        });
    Set<Long> moved = new HashSet<>();
    batches.forEach(
        (sql, values) -> {
          int[] updated = batch.batchUpdate(sql, values);
          for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 1) {
              moved.add(numbers.getOrDefault(sql, List.of()).get(i));
            }
          }
        });
    return moved;
  }

  void makeDue(RunId run, Instant now) {
    jdbc.sql(MAKE_DUE).param("run", run.toString()).param("now", Columns.time(now)).update();
  }

  void lookAgain(RunId run) {
    jdbc.sql(LOOK_AGAIN).param("run", run.toString()).update();
  }

  /** Leaves out every row of the run that was not sent. */
  void supersede(RunId run) {
    jdbc.sql(SUPERSEDE)
        .param("run", run.toString())
        .param("why", NotRun.SUPERSEDED.name())
        .param("reason", NotRun.SUPERSEDED.meaning())
        .update();
  }

  void follow(RunId run, long round, List<Decision.Follow> follows) {
    followers.begin(run, round, follows);
  }

  /** Puts off a row without moving it, after one more try. */
  void postpone(RunId run, long rowNo, RowState state, Instant due) {
    jdbc.sql(POSTPONE)
        .param("due", Columns.time(due))
        .param("run", run.toString())
        .param("row", rowNo)
        .param("state", state.name())
        .update();
  }

  /** Notes what is learned of a row that stays where it is. */
  void note(RunId run, long rowNo, RowState state, String column, @Nullable Object value) {
    jdbc.sql("UPDATE run_row SET " + column + NOTED)
        .param("value", value)
        .param("state", state.name())
        .param("run", run.toString())
        .param("row", rowNo)
        .update();
  }

  <T> List<T> unplanned(RunId run, int limit, RowMapper<T> mapper) {
    return jdbc.sql(UNPLANNED)
        .param("run", run.toString())
        .param("state", RowState.PENDING.name())
        .param("limit", limit)
        .query(mapper)
        .list();
  }

  <T> List<T> readable(RunId run, long after, int limit, RowMapper<T> mapper) {
    return jdbc.sql(READABLE)
        .param("run", run.toString())
        .param("after", after)
        .param("limit", limit)
        .query(mapper)
        .list();
  }

  <T> List<T> dueByPriority(
      RunId run, RowState state, Instant now, int limit, RowMapper<T> mapper) {
    return due(DUE_BY_PRIORITY, run, state, now, limit, mapper);
  }

  <T> List<T> dueByTime(RunId run, RowState state, Instant now, int limit, RowMapper<T> mapper) {
    return due(DUE_BY_TIME, run, state, now, limit, mapper);
  }

  <T> List<T> dueToCollect(RunId run, Instant now, int limit, RowMapper<T> mapper) {
    return due(DUE_TO_COLLECT, run, RowState.RENDERED, now, limit, mapper);
  }

  private <T> List<T> due(
      String sql, RunId run, RowState state, Instant now, int limit, RowMapper<T> mapper) {
    return jdbc.sql(sql)
        .param("run", run.toString())
        .param("state", state.name())
        .param("now", Columns.time(now))
        .param("limit", limit)
        .query(mapper)
        .list();
  }

  /** Those that hold one of the service's places. */
  List<Long> rendering(RunId run) {
    return jdbc.sql(RENDERING).param("run", run.toString()).query(Long.class).list();
  }

  /** When the next row of this state is due that is not due yet. */
  Optional<Instant> nextDue(RunId run, RowState state, Instant now) {
    return jdbc.sql(NEXT_DUE)
        .param("run", run.toString())
        .param("state", state.name())
        .param("now", Columns.time(now))
        .query((rs, n) -> Columns.requiredInstant(rs, "due_at"))
        .optional();
  }

  /**
   * Whether any row is in one of these states; overdue ones are left out. One statement: a row that
   * moves between two looks would be missed.
   */
  boolean any(RunId run, Collection<RowState> states) {
    // One look into the index per state: with a list of states H2 reads the whole run.
    String sql =
        states.stream().map(state -> ANY.formatted(state.name())).collect(joining(" UNION ALL "));
    return !jdbc.sql(sql).param("run", run.toString()).query(Integer.class).list().isEmpty();
  }
}
