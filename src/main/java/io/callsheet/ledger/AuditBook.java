package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.RowKey;
import io.callsheet.model.RunId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What whoever checks the bill asks of a run: what is surmised, and what was billed above plan. */
public final class AuditBook {
  private static final int FIRST = 5;

  private static final String IN_DOUBT =
      """
      SELECT row_no, reserved AS credits FROM attempt WHERE run_id = :run AND state = 'DOUBT'
      """;
  private static final String BY_BASIS =
      """
      SELECT c.row_no, c.charged AS credits FROM credit c
      WHERE c.run_id = :run AND c.kind = 'SETTLE' AND c.basis = '%s' AND NOT EXISTS (
        SELECT 1 FROM credit d WHERE d.run_id = c.run_id AND d.row_no = c.row_no
          AND d.attempt = c.attempt AND d.kind = 'ADJUST')
      """;
  private static final String LATE =
      """
      SELECT a.row_no, a.reserved AS credits FROM attempt a
      WHERE a.run_id = :run AND a.late = TRUE AND NOT EXISTS (
        SELECT 1 FROM credit c WHERE c.run_id = a.run_id AND c.row_no = a.row_no
          AND c.attempt = a.no AND c.kind = 'ADJUST')
      """;
  private static final String SUM =
      "SELECT COUNT(*) AS n, COALESCE(SUM(credits), 0) AS credits FROM (%s) AS candidate";
  private static final String KEYS =
      """
      SELECT r.row_key FROM (%s) AS candidate
      JOIN run_row r ON r.run_id = :run AND r.row_no = candidate.row_no
      ORDER BY candidate.row_no LIMIT :limit
      """;
  private static final String OVERBILLED =
      """
      SELECT COUNT(*) AS n, COALESCE(SUM(charged + reserved), 0) AS credits FROM credit
      WHERE run_id = :run AND kind = 'SETTLE' AND charged + reserved > 0
      """;

  private final JdbcClient jdbc;

  AuditBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where credits may be that the ledger cannot explain, the likeliest first. */
  public List<Candidate> candidates(RunId run) {
    List<Candidate> candidates = new ArrayList<>();
    for (Candidate.Kind kind : Candidate.Kind.values()) {
      Candidate candidate = candidate(run, kind);
      if (candidate.rows() > 0) {
        candidates.add(candidate);
      }
    }
    return candidates;
  }

  private Candidate candidate(RunId run, Candidate.Kind kind) {
    String rows =
        switch (kind) {
          case IN_DOUBT -> IN_DOUBT;
          case WRITTEN_OFF -> BY_BASIS.formatted("ASSUMED");
          case COMPUTED -> BY_BASIS.formatted("COMPUTED");
          case LATE -> LATE;
        };
    List<RowKey> first =
        jdbc.sql(KEYS.formatted(rows))
            .param("run", run.toString())
            .param("limit", FIRST)
            .query((rs, n) -> new RowKey(rs.getString("row_key")))
            .list();
    return jdbc.sql(SUM.formatted(rows))
        .param("run", run.toString())
        .query(
            (rs, n) -> new Candidate(kind, rs.getLong("n"), Columns.credits(rs, "credits"), first))
        .single();
  }

  /** Submissions for which the service billed more than was reserved. */
  public Overbilled overbilled(RunId run) {
    return jdbc.sql(OVERBILLED)
        .param("run", run.toString())
        .query((rs, n) -> new Overbilled(rs.getLong("n"), Columns.credits(rs, "credits")))
        .single();
  }

  /**
   * @param rows submissions billed above their reserve
   * @param credits by how much together
   */
  public record Overbilled(long rows, Credits credits) {}
}
