package io.callsheet.ledger;

import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts of rows. */
final class RowTally {
  /**
   * Of all runs at one service that somebody works on: nobody else looks whether a task is done.
   */
  private static final String IN_FLIGHT_AT =
      """
      SELECT COUNT(*) FROM run r
      JOIN owner o ON o.job = r.job AND o.label = r.label AND o.pid <> 0 AND o.expires_at > :now
      JOIN run_row w ON w.run_id = r.id AND w.state = 'RENDERING' AND w.overdue = FALSE
      WHERE r.phase IN ('RUNNING', 'CLOSING') AND r.origin = :origin AND r.id <> :run
      """;

  private static final String OVERDUE =
      """
      SELECT COUNT(*) FROM run_row
      WHERE run_id = :run AND state = 'RENDERING' AND overdue = TRUE
      """;
  private static final String FAILED =
      """
      SELECT COUNT(*) FROM run_row
      WHERE run_id = :run AND state = 'FAILED' AND action = 'RENDER'
      """;
  private static final String PLANNED =
      "SELECT COUNT(*) FROM run_row WHERE run_id = :run AND action = 'RENDER'";

  /** Of columns of one index only: the rows themselves, ten times as large, are not read. */
  private static final String COUNTS =
      "SELECT state, COUNT(*) AS n FROM run_row WHERE run_id = :run GROUP BY run_id, state";

  private final JdbcClient jdbc;

  RowTally(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Rows of all other runs at the service of this origin that hold a place and are worked on. */
  long inFlightElsewhere(RunId run, String origin, Instant now) {
    return jdbc.sql(IN_FLIGHT_AT)
        .param("run", run.toString())
        .param("origin", origin)
        .param("now", Columns.time(now))
        .query(Long.class)
        .single();
  }

  LaneBook.Failures failures(RunId run) {
    return new LaneBook.Failures(count(FAILED, run), count(PLANNED, run));
  }

  RowCounts counts(RunId run) {
    Map<RowState, Long> byState = new EnumMap<>(RowState.class);
    jdbc.sql(COUNTS)
        .param("run", run.toString())
        .query(
            rs -> {
              byState.put(RowState.valueOf(rs.getString("state")), rs.getLong("n"));
            });
    return new RowCounts(
        byState, byState.containsKey(RowState.RENDERING) ? count(OVERDUE, run) : 0);
  }

  private long count(String sql, RunId run) {
    return jdbc.sql(sql).param("run", run.toString()).query(Long.class).single();
  }
}
