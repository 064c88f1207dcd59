package io.callsheet.ledger;

import io.callsheet.model.AttemptState;
import io.callsheet.model.RunId;
import io.callsheet.model.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the table {@code attempt}: one line per submission of a row. */
final class AttemptTable {
  private static final String INSERT =
      """
      INSERT INTO attempt (run_id, row_no, no, state, epoch, token, request_hash, reserved, origin, late, intent_at)
      VALUES (:run, :row, :no, 'INTENT', :epoch, :token, :hash, :reserved, :origin, FALSE, :now)
      """;
  private static final String TASK_USED =
      "SELECT 1 FROM attempt WHERE origin = :origin AND task_id = :task";
  private static final String LATE =
      """
      UPDATE attempt SET late = TRUE, task_id = :task
      WHERE run_id = :run AND row_no = :row AND no = :no AND task_id IS NULL
      """;
  private static final String OF_ROWS =
      """
      SELECT * FROM attempt WHERE run_id = :run AND row_no BETWEEN :first AND :last
      ORDER BY row_no, no
      """;
  private static final String LEFT_OPEN =
      """
      SELECT * FROM attempt WHERE run_id = :run AND state = 'INTENT' AND epoch < :epoch
      ORDER BY row_no
      """;

  private final JdbcClient jdbc;

  AttemptTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void begin(RunId run, Attempt attempt) {
    jdbc.sql(INSERT)
        .param("run", run.toString())
        .param("row", attempt.rowNo())
        .param("no", attempt.no())
        .param("epoch", attempt.epoch())
        .param("token", attempt.token())
        .param("hash", attempt.requestHash())
        .param("reserved", attempt.reserved().thousandths())
        .param("origin", attempt.origin())
        .param("now", Columns.time(attempt.intentAt()))
        .update();
  }

  /** Whether the attempt was still where the change begins. */
  boolean change(
      RunId run,
      long rowNo,
      long no,
      AttemptState from,
      AttemptState to,
      Map<String, @Nullable Object> columns) {
    if (!from.canBecome(to)) {
      throw new IllegalStateException("an attempt that is " + from + " cannot become " + to);
    }
    StringBuilder sql = new StringBuilder("UPDATE attempt SET state = ?");
    List<@Nullable Object> values = new ArrayList<>();
    values.add(to.name());
    new LinkedHashMap<>(columns)
        .forEach(
            (column, value) -> {
              sql.append(", ").append(column).append(" = ?");
              values.add(value);
            });
    sql.append(" WHERE run_id = ? AND row_no = ? AND no = ? AND state = ?");
    values.addAll(List.of(run.toString(), rowNo, no, from.name()));
    return jdbc.sql(sql.toString()).params(values).update() == 1;
  }

  /** Whether any attempt of any run has this task. */
  boolean isTaskUsed(String origin, TaskId task) {
    return jdbc.sql(TASK_USED)
        .param("origin", origin)
        .param("task", task.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** A closed attempt whose task turns up after all keeps its state, and is flagged. */
  void late(RunId run, long rowNo, long no, TaskId task) {
    jdbc.sql(LATE)
        .param("task", task.value())
        .param("run", run.toString())
        .param("row", rowNo)
        .param("no", no)
        .update();
  }

  /** Intents whose owner is gone: nobody knows whether their POST went out. */
  List<Attempt> leftOpen(RunId run, long epoch) {
    return jdbc.sql(LEFT_OPEN)
        .param("run", run.toString())
        .param("epoch", epoch)
        .query(Attempt::read)
        .list();
  }

  List<Attempt> ofRows(RunId run, long first, long last) {
    return jdbc.sql(OF_ROWS)
        .param("run", run.toString())
        .param("first", first)
        .param("last", last)
        .query(Attempt::read)
        .list();
  }

  /** The columns of an answer. */
  static Map<String, @Nullable Object> answer(int http, String message, Instant now) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("http", http);
    columns.put("message", Columns.cut(message, 4000));
    columns.put("answered_at", Columns.time(now));
    return columns;
  }

  static Map<String, @Nullable Object> closed(Instant now) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("closed_at", Columns.time(now));
    return columns;
  }
}
