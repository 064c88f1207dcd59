package io.callsheet.ledger;

import io.callsheet.model.Problem;
import io.callsheet.model.RunId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the table {@code row_problem}: what is wrong with a run's manifest, one by one. */
public final class ProblemBook {
  private static final String INSERT =
      """
      INSERT INTO row_problem (run_id, row_no, no, file, line, header, cell, text, fix)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String PAGE =
      """
      SELECT p.*, r.row_key FROM row_problem p
      LEFT JOIN run_row r ON r.run_id = p.run_id AND r.row_no = p.row_no
      WHERE p.run_id = :run AND (p.row_no > :row OR (p.row_no = :row AND p.no > :no))
      ORDER BY p.run_id, p.row_no, p.no LIMIT :limit
      """;

  private static final int LONGEST_FILE = 1000;
  private static final int LONGEST_CELL = 200;
  private static final int LONGEST_TEXT = 4000;

  private final JdbcOperations batch;
  private final JdbcClient jdbc;
  private final Transactions tx;

  ProblemBook(JdbcOperations batch, JdbcClient jdbc, Transactions tx) {
    this.batch = batch;
    this.jdbc = jdbc;
    this.tx = tx;
  }

  /** Adds what is wrong with some rows, within the caller's transaction. */
  void add(RunId run, List<? extends Of> rows) {
    List<Object[]> lines = new ArrayList<>();
    for (Of row : rows) {
      int no = 0;
      for (Problem problem : row.problems()) {
        no++;
        lines.add(
            new Object[] {
              run.toString(),
              row.no(),
              no,
              Columns.cut(problem.file(), LONGEST_FILE),
              problem.line(),
              Columns.cut(problem.column(), LONGEST_CELL),
              Columns.cut(problem.value(), LONGEST_CELL),
              Columns.cut(problem.text(), LONGEST_TEXT),
              Columns.cut(problem.fix(), LONGEST_TEXT)
            });
      }
    }
    if (!lines.isEmpty()) {
      batch.batchUpdate(INSERT, lines);
    }
  }

  /** Why the manifest as a whole cannot be read; an earlier such reason is forgotten. */
  public void unreadable(RunId run, Problem problem) {
    tx.run(
        () -> {
          jdbc.sql("DELETE FROM row_problem WHERE run_id = :run AND row_no = 0")
              .param("run", run.toString())
              .update();
          add(run, List.of(new Of(0, List.of(problem))));
        });
  }

  /** The next problems after one that is known, in the order of the rows. */
  public List<Told> page(RunId run, long row, int no, int limit) {
    return jdbc.sql(PAGE)
        .param("run", run.toString())
        .param("row", row)
        .param("no", no)
        .param("limit", limit)
        .query(
            (rs, n) -> {
              String key = rs.getString("row_key");
              return new Told(
                  rs.getLong("row_no"),
                  rs.getInt("no"),
                  key == null ? "" : key,
                  new Problem(
                      rs.getString("file"),
                      rs.getLong("line"),
                      rs.getString("header"),
                      rs.getString("cell"),
                      rs.getString("text"),
                      rs.getString("fix")));
            })
        .list();
  }

  /** The problems of one row on their way in. */
  record Of(long no, List<Problem> problems) {}

  /**
   * @param row number of the row; 0 for the file as a whole
   * @param no within the row
   * @param key of the row; empty for the file as a whole
   */
  public record Told(long row, int no, String key, Problem problem) {}
}
