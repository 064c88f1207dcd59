package io.callsheet.ledger;

import io.callsheet.ledger.ProblemBook.Of;
import io.callsheet.model.Anew;
import io.callsheet.model.PlanAction;
import io.callsheet.model.Problem;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@code importManifest} writes: the only inserts of rows. */
public final class ImportBook {
  private static final String INSERT =
      """
      INSERT INTO run_row (run_id, row_no, row_key, line, cells, character_ref, performance_ref, prompt,
        orientation, resolution, client, campaign, priority, state, action, reason, due_at,
        anew, pair, performance_line, tries, overdue, attempt, retries, charged)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, FALSE, 0, 0, 0)
      """;

  private final JdbcOperations batch;
  private final JdbcClient jdbc;
  private final RunTable runs;
  private final ProblemBook problems;
  private final InstantSource clock;

  ImportBook(
      JdbcOperations batch,
      JdbcClient jdbc,
      RunTable runs,
      ProblemBook problems,
      InstantSource clock) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.runs = runs;
    this.problems = problems;
    this.clock = clock;
  }

  /** Where a restarted import goes on; 0 before the first row. */
  public long lastRow(RunId run) {
    return jdbc.sql("SELECT COALESCE(MAX(row_no), 0) FROM run_row WHERE run_id = :run")
        .param("run", run.toString())
        .query(Long.class)
        .single();
  }

  /** Keeps the manifest's columns, in order. */
  public void header(RunId run, List<String> columns) {
    runs.set(run, "header", Cells.write(columns));
  }

  /** Adds rows within the caller's transaction. */
  public void add(RunId run, List<? extends NewRow> rows) {
    problems.add(run, rows.stream().map(row -> new Of(row.no(), row.problems())).toList());
    batch.batchUpdate(
        INSERT,
        rows,
        rows.size(),
        (statement, row) -> {
          boolean good = row.problems().isEmpty();
          Object[] values = {
            run.toString(),
            row.no(),
            row.key().value(),
            row.line(),
            Cells.write(row.cells()),
            row.character(),
            row.performance(),
            row.prompt(),
            row.orientation() == null ? null : row.orientation().name(),
            row.resolution() == null ? null : row.resolution().name(),
            row.client(),
            row.campaign(),
            row.priority(),
            (good ? RowState.PENDING : RowState.REJECTED).name(),
            good ? null : PlanAction.REJECT.name(),
            good ? null : Columns.cut(Problem.together(row.problems()), 4000),
            Columns.time(clock.instant()),
            row.anew() ? Anew.COLUMN.name() : null,
            Pair.of(row.character(), row.performance()),
            row.performanceLine() == 0 ? null : row.performanceLine()
          };
          for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
          }
        });
  }
}
