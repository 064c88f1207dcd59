package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.Rate;
import io.callsheet.model.RenderLength;
import io.callsheet.model.RowKey;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reports' reads of rows and attempts: page by page, in manifest order. */
public final class ReportBook {
  private static final String PAGE =
      """
      SELECT * FROM run_row WHERE run_id = :run AND row_no > :after
      ORDER BY run_id, row_no LIMIT :limit
      """;
  private static final String NUMBERS = PAGE.replace("*", "row_no");
  private static final String REASONS =
      """
      SELECT row_key, line, reason FROM run_row WHERE run_id = :run AND state = :state
      ORDER BY row_no LIMIT :limit
      """;

  /** Not COUNT(DISTINCT): H2 would keep every digest in memory. */
  private static final String SUMS =
      """
      SELECT COALESCE(SUM(CASE WHEN action = 'RENDER' THEN estimate ELSE 0 END), 0) AS estimated,
        COALESCE(SUM(rendered_ms), 0) AS ms,
        (SELECT COUNT(*) FROM (SELECT DISTINCT sha256 FROM run_row
          WHERE run_id = :run AND sha256 IS NOT NULL) AS video) AS videos
      FROM run_row WHERE run_id = :run
      """;

  private static final String SHORTS =
      """
      SELECT COUNT(*) AS n, COALESCE(SUM(rendered_ms), 0) AS rendered_ms,
        COALESCE(SUM(expected_ms), 0) AS expected_ms,
        COALESCE(SUM(charged * 1000 / %s), 0) AS billed_ms
      FROM run_row r WHERE run_id = :run AND state IN ('SUCCEEDED', 'REUSED')
        AND expected_ms - rendered_ms > :tolerance
      """
          .formatted(StatementBook.A_SECOND);

  private final JdbcClient jdbc;
  private final AttemptTable attempts;

  ReportBook(JdbcClient jdbc, AttemptTable attempts) {
    this.jdbc = jdbc;
    this.attempts = attempts;
  }

  /** At most {@code limit} rows after row number {@code after}. */
  public List<ReportRow> page(RunId run, long after, int limit) {
    List<Long> numbers =
        jdbc.sql(NUMBERS)
            .param("run", run.toString())
            .param("after", after)
            .param("limit", limit)
            .query(Long.class)
            .list();
    if (numbers.isEmpty()) {
      return List.of();
    }
    Map<Long, List<Attempt>> byRow =
        attempts.ofRows(run, numbers.get(0), numbers.get(numbers.size() - 1)).stream()
            .collect(Collectors.groupingBy(Attempt::rowNo));
    return jdbc.sql(PAGE)
        .param("run", run.toString())
        .param("after", after)
        .param("limit", limit)
        .query((rs, n) -> ReportRow.read(rs, byRow.getOrDefault(rs.getLong("row_no"), List.of())))
        .list();
  }

  /** The first rows in a state: key, line and reason. */
  public List<Reason> reasons(RunId run, RowState state, int limit) {
    return jdbc.sql(REASONS)
        .param("run", run.toString())
        .param("state", state.name())
        .param("limit", limit)
        .query(
            (rs, n) ->
                new Reason(
                    new RowKey(rs.getString("row_key")),
                    rs.getLong("line"),
                    String.valueOf(rs.getString("reason"))))
        .list();
  }

  /** Sums over all rows of a run. */
  public Sums sums(RunId run) {
    return jdbc.sql(SUMS)
        .param("run", run.toString())
        .query(
            (rs, n) ->
                new Sums(Columns.credits(rs, "estimated"), rs.getLong("videos"), rs.getLong("ms")))
        .single();
  }

  /** The videos of a run that end well before their performances. */
  public Shorts shorts(RunId run, Rate rate) {
    return jdbc.sql(SHORTS)
        .param("run", run.toString())
        .param("tolerance", RenderLength.TOLERANCE.toMillis())
        .param("p720", rate.p720().thousandths())
        .param("p1080", rate.p1080().thousandths())
        .query(
            (rs, n) ->
                new Shorts(
                    rs.getLong("n"),
                    Duration.ofMillis(rs.getLong("rendered_ms")),
                    Duration.ofMillis(rs.getLong("expected_ms")),
                    Duration.ofMillis(rs.getLong("billed_ms"))))
        .single();
  }

  /**
   * @param rendered length of them all
   * @param expected length of their performances
   * @param billed what their charges buy
   */
  public record Shorts(long videos, Duration rendered, Duration expected, Duration billed) {}

  /**
   * Why a row is where it is.
   *
   * @param line of the manifest
   */
  public record Reason(RowKey key, long line, String text) {}

  /**
   * @param estimated of all rows planned to render
   * @param videos distinct files
   * @param millis of video rendered
   */
  public record Sums(Credits estimated, long videos, long millis) {}
}
