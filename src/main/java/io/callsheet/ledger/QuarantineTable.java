package io.callsheet.ledger;

import io.callsheet.model.AssetRole;
import io.callsheet.model.FailureClass;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the tables {@code asset_failure} and {@code quarantine}. */
final class QuarantineTable {
  private static final String NOTE =
      """
      INSERT INTO asset_failure (run_id, row_no, attempt, character_sha256, performance_sha256)
      SELECT r.run_id, r.row_no, r.attempt, c.sha256, p.sha256 FROM run_row r
      JOIN asset_ref c ON c.run_id = r.run_id AND c.role = 'CHARACTER' AND c.ref = r.character_ref
      JOIN asset_ref p ON p.run_id = r.run_id AND p.role = 'PERFORMANCE' AND p.ref = r.performance_ref
      WHERE r.run_id = :run AND r.row_no = :row
      """;

  /** With the column of the asset first, then that of its partners. */
  private static final String SUSPECTS =
      """
      SELECT f.%1$s AS sha256, COUNT(DISTINCT f.%2$s) AS partners, MAX(f.row_no) AS row_no
      FROM asset_failure f
      WHERE f.run_id = :run AND f.%1$s IN (
          SELECT n.%1$s FROM asset_failure n WHERE n.run_id = :run AND n.row_no IN (:rows))
        AND NOT EXISTS (SELECT 1 FROM quarantine q
          WHERE q.run_id = f.run_id AND q.role = :role AND q.sha256 = f.%1$s)
      GROUP BY f.%1$s HAVING COUNT(DISTINCT f.%2$s) >= :partners
      """;

  private static final String REFS =
      " AND %s_ref IN (SELECT a.ref FROM asset_ref a"
          + " WHERE a.run_id = :run AND a.role = :role AND a.sha256 = :sha256)";
  private static final String WORKED =
      "SELECT 1 FROM run_row WHERE run_id = :run AND state IN ('RENDERED', 'SUCCEEDED', 'REUSED')"
          + REFS
          + " LIMIT 1";
  private static final String WAITING =
      "SELECT row_no FROM run_row WHERE run_id = :run AND state IN ('READY', 'STAGED')"
          + REFS
          + " ORDER BY row_no";
  private static final String HELD_ROWS =
      "SELECT COUNT(*) FROM run_row WHERE run_id = :run AND state = 'NOT_RUN' AND not_run = 'HELD'"
          + REFS;
  private static final String BEGIN =
      """
      INSERT INTO quarantine (run_id, role, sha256, ref, partners, failure, message)
      SELECT r.run_id, :role, :sha256, r.%1$s_ref, :partners, r.failure, r.reason
      FROM run_row r WHERE r.run_id = :run AND r.row_no = :row AND r.failure IS NOT NULL
      """;
  private static final String COMPLETE =
      """
      UPDATE quarantine SET held_at = :now
      WHERE run_id = :run AND role = :role AND sha256 = :sha256 AND held_at IS NULL
      """;
  private static final String RELEASE =
      """
      UPDATE quarantine SET released_at = :now
      WHERE run_id = :run AND role = :role AND sha256 = :sha256 AND released_at IS NULL
      """;
  private static final String OPEN =
      "SELECT * FROM quarantine WHERE run_id = :run AND released_at IS NULL ORDER BY role, ref";
  private static final String TOLD =
      """
      SELECT COUNT(*) FROM quarantine
      WHERE run_id = :run AND released_at IS NULL AND held_at IS NOT NULL
      """;

  private final JdbcClient jdbc;

  QuarantineTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** To be called in the transaction in which the row fails, if the failure may lie in an asset. */
  void note(RunId run, long rowNo) {
    jdbc.sql(NOTE).param("run", run.toString()).param("row", rowNo).update();
  }

  /** Assets of these failed rows with so many partners to fail with, and never quarantined. */
  List<Suspect> suspects(RunId run, AssetRole role, Collection<Long> rows, int partners) {
    String own = role.word() + "_sha256";
    String other = partner(role).word() + "_sha256";
    return jdbc.sql(SUSPECTS.formatted(own, other))
        .param("run", run.toString())
        .param("role", role.name())
        .param("rows", rows)
        .param("partners", partners)
        .query(
            (rs, n) ->
                new Suspect(
                    new Asset(role, new Sha256(rs.getString("sha256"))),
                    rs.getLong("partners"),
                    rs.getLong("row_no")))
        .list();
  }

  private static AssetRole partner(AssetRole role) {
    return switch (role) {
      case CHARACTER -> AssetRole.PERFORMANCE;
      case PERFORMANCE -> AssetRole.CHARACTER;
    };
  }

  /**
   * Whether a row with this asset was rendered, in this run or in the one that it was reused of.
   */
  boolean hasWorked(RunId run, Asset asset) {
    return of(WORKED, run, asset).query(Integer.class).optional().isPresent();
  }

  /** Rows with this asset that are planned to be sent, by number. */
  List<Long> waiting(RunId run, Asset asset) {
    return of(WAITING, run, asset).query(Long.class).list();
  }

  private long heldRows(RunId run, Asset asset) {
    return of(HELD_ROWS, run, asset).query(Long.class).single();
  }

  void begin(RunId run, Suspect suspect) {
    of(BEGIN, run, suspect.asset())
        .param("partners", suspect.partners())
        .param("row", suspect.rowNo())
        .update();
  }

  void complete(RunId run, Asset asset, Instant now) {
    of(COMPLETE, run, asset).param("now", Columns.time(now)).update();
  }

  void release(RunId run, Asset asset, Instant now) {
    of(RELEASE, run, asset).param("now", Columns.time(now)).update();
  }

  private JdbcClient.StatementSpec of(String sql, RunId run, Asset asset) {
    return jdbc.sql(sql.formatted(asset.role().word()))
        .param("run", run.toString())
        .param("role", asset.role().name())
        .param("sha256", asset.sha256().hex());
  }

  /** How many assets are held, all their rows included. */
  long complete(RunId run) {
    return jdbc.sql(TOLD).param("run", run.toString()).query(Long.class).single();
  }

  /** All that are not released. */
  List<Quarantined> open(RunId run) {
    return jdbc.sql(OPEN).param("run", run.toString()).query((rs, n) -> read(run, rs)).list();
  }

  private Quarantined read(RunId run, ResultSet rs) throws SQLException {
    Asset asset =
        new Asset(AssetRole.valueOf(rs.getString("role")), new Sha256(rs.getString("sha256")));
    @Nullable String message = rs.getString("message");
    return new Quarantined(
        asset,
        rs.getString("ref"),
        rs.getLong("partners"),
        FailureClass.valueOf(rs.getString("failure")),
        message,
        heldRows(run, asset));
  }

  /**
   * An asset that may be bad.
   *
   * @param partners that it failed with
   * @param rowNo one of the rows that failed
   */
  record Suspect(Asset asset, long partners, long rowNo) {}
}
