package io.callsheet.ledger;

import io.callsheet.model.AssetFacts;
import io.callsheet.model.AssetRole;
import io.callsheet.model.MediaType;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the table {@code asset_ref}: each distinct reference of a run, once. */
public final class AssetBook {
  private static final String COLLECT =
      """
      INSERT INTO asset_ref (run_id, role, ref, probed)
      SELECT DISTINCT r.run_id, '%1$s', r.%2$s, FALSE FROM run_row r
      WHERE r.run_id = :run AND r.state = 'PENDING' AND NOT EXISTS (
        SELECT 1 FROM asset_ref a WHERE a.run_id = r.run_id AND a.role = '%1$s' AND a.ref = r.%2$s)
      """;
  private static final String UNPROBED =
      """
      SELECT role, ref FROM asset_ref WHERE run_id = :run AND role = :role AND probed = FALSE AND ref > :after
      ORDER BY ref LIMIT :limit
      """;
  private static final String USABLE =
      """
      UPDATE asset_ref SET probed = TRUE, path = :path, modified_at = :modified, sha256 = :sha256,
        type = :type, bytes = :bytes, width = :width, height = :height, length_ms = :length, problem = NULL,
        fetched = :fetched, note = :note
      WHERE run_id = :run AND role = :role AND ref = :ref
      """;
  private static final String UNUSABLE =
      """
      UPDATE asset_ref SET probed = TRUE, problem = :problem
      WHERE run_id = :run AND role = :role AND ref = :ref
      """;
  private static final String FILES =
      """
      SELECT DISTINCT path, bytes, modified_at, sha256 FROM asset_ref
      WHERE run_id = :run AND path IS NOT NULL AND fetched = FALSE
      """;
  private static final String FETCHED =
      """
      SELECT DISTINCT a.path FROM asset_ref a JOIN run r ON r.id = a.run_id
      WHERE a.fetched = TRUE AND r.phase IN ('PLANNING', 'PLANNED', 'RUNNING', 'CLOSING')
      """;
  private static final String NOTES =
      """
      SELECT DISTINCT ref, note FROM asset_ref WHERE run_id = :run AND note IS NOT NULL
      ORDER BY ref LIMIT :limit
      """;
  private static final String TOTALS =
      """
      SELECT COUNT(*) AS files, COALESCE(SUM(bytes), 0) AS bytes FROM (
        SELECT DISTINCT sha256, bytes FROM asset_ref WHERE run_id = :run AND sha256 IS NOT NULL) AS distinct_asset
      """;

  private final JdbcClient jdbc;
  private final Transactions tx;

  AssetBook(JdbcClient jdbc, Transactions tx) {
    this.jdbc = jdbc;
    this.tx = tx;
  }

  /** Writes down every reference that pending rows make and that is not known yet. */
  public void collect(RunId run) {
    tx.run(
        () -> {
          for (AssetRole role : AssetRole.values()) {
            jdbc.sql(COLLECT.formatted(role.name(), role.word() + "_ref"))
                .param("run", run.toString())
                .update();
          }
        });
  }

  /** The next unprobed references of a role after {@code after}, in order. */
  public List<AssetRef> unprobed(RunId run, AssetRole role, String after, int limit) {
    return jdbc.sql(UNPROBED)
        .param("run", run.toString())
        .param("role", role.name())
        .param("after", after)
        .param("limit", limit)
        .query((rs, n) -> new AssetRef(role, rs.getString("ref")))
        .list();
  }

  /** Writes down what was found behind references, all together. */
  public void record(RunId run, List<? extends AssetFinding> findings) {
    tx.run(() -> findings.forEach(finding -> record(run, finding)));
  }

  /** Writes down one local file. */
  public void usable(RunId run, AssetRef ref, Path path, Instant modified, AssetFacts facts) {
    record(run, List.of(new AssetFinding.Usable(ref, path, modified, facts, false, "")));
  }

  /** Writes down one reference that cannot be used. */
  public void unusable(RunId run, AssetRef ref, String problem) {
    record(run, List.of(new AssetFinding.Unusable(ref, problem)));
  }

  private void record(RunId run, AssetFinding finding) {
    if (finding instanceof AssetFinding.Usable usable) {
      write(run, usable);
    } else if (finding instanceof AssetFinding.Unusable unusable) {
      jdbc.sql(UNUSABLE)
          .param("run", run.toString())
          .param("role", unusable.ref().role().name())
          .param("ref", unusable.ref().ref())
          .param("problem", Columns.cut(unusable.problem(), 4000))
          .update();
    }
  }

  private void write(RunId run, AssetFinding.Usable found) {
    AssetFacts facts = found.facts();
    jdbc.sql(USABLE)
        .param("run", run.toString())
        .param("role", found.ref().role().name())
        .param("ref", found.ref().ref())
        .param("path", found.path().toString())
        .param("modified", Columns.time(found.modified()))
        .param("sha256", facts.sha256().hex())
        .param("type", facts.type().name())
        .param("bytes", facts.bytes())
        .param("width", facts.width())
        .param("height", facts.height())
        .param("length", facts.length().toMillis())
        .param("fetched", found.fetched())
        .param("note", found.note().isEmpty() ? null : Columns.cut(found.note(), 4000))
        .update();
  }

  /** What the owners of usable files should know all the same, by reference. */
  public List<String> notes(RunId run, int limit) {
    return jdbc.sql(NOTES)
        .param("run", run.toString())
        .param("limit", limit)
        .query((rs, n) -> rs.getString("note"))
        .list();
  }

  /** Fetched files that runs which are not at their end have yet to upload. */
  public Set<Path> fetchedAndNeeded() {
    return jdbc.sql(FETCHED).query((rs, n) -> Path.of(rs.getString("path"))).set();
  }

  /** The local files that a run's plan was made from. */
  public List<LocalFile> files(RunId run) {
    return jdbc.sql(FILES)
        .param("run", run.toString())
        .query(
            (rs, n) ->
                new LocalFile(
                    Path.of(rs.getString("path")),
                    rs.getLong("bytes"),
                    Columns.requiredInstant(rs, "modified_at"),
                    new Sha256(rs.getString("sha256"))))
        .list();
  }

  /** Distinct files, by content, and their bytes together. */
  public Totals totals(RunId run) {
    return jdbc.sql(TOTALS)
        .param("run", run.toString())
        .query((rs, n) -> new Totals(rs.getLong("files"), rs.getLong("bytes")))
        .single();
  }

  /** The facts of a joined asset whose columns begin with {@code prefix}; null if it has none. */
  static @Nullable AssetFacts facts(ResultSet rs, String prefix) throws SQLException {
    String sha256 = rs.getString(prefix + "sha256");
    if (sha256 == null) {
      return null;
    }
    return new AssetFacts(
        new Sha256(sha256),
        MediaType.valueOf(rs.getString(prefix + "type")),
        rs.getLong(prefix + "bytes"),
        rs.getInt(prefix + "width"),
        rs.getInt(prefix + "height"),
        Duration.ofMillis(rs.getLong(prefix + "length_ms")));
  }

  static AssetFacts requiredFacts(ResultSet rs, String prefix) throws SQLException {
    AssetFacts facts = facts(rs, prefix);
    if (facts == null) {
      throw new IllegalStateException("a planned row has an asset that was never probed: a bug");
    }
    return facts;
  }

  /**
   * @param modified to the millisecond
   */
  public record LocalFile(Path path, long bytes, Instant modified, Sha256 sha256) {}

  /**
   * @param bytes of all files together
   */
  public record Totals(long files, long bytes) {}
}
