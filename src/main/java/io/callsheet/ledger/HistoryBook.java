package io.callsheet.ledger;

import static java.util.stream.Collectors.joining;

import io.callsheet.model.RowKey;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of a content, or of a row, from all runs; each look is one look into an index. */
public final class HistoryBook {
  /** With one bound only H2 reads every row of the index that was never delivered. */
  private static final Instant EVER = Instant.EPOCH;

  private static final String KNOWN =
      """
      SELECT k.content FROM (VALUES %s) AS k (content)
      WHERE (SELECT c.row_no FROM row_content c WHERE c.content_key = k.content
        ORDER BY c.content_key LIMIT 1) IS NOT NULL
      """;

  /** Not EXISTS: for that PostgreSQL reads the whole table where half of it would answer. */
  private static final String DELIVERED =
      """
      SELECT k.no FROM (VALUES %s) AS k (no, row_key, pair)
      WHERE (SELECT e.row_no FROM delivery e
          WHERE e.job = ? AND e.row_key = k.row_key AND e.delivered_at BETWEEN ? AND ?
          ORDER BY e.job, e.row_key, e.delivered_at DESC LIMIT 1) IS NOT NULL
        OR (SELECT e.row_no FROM delivery e
          WHERE e.job = ? AND e.pair = k.pair AND e.delivered_at BETWEEN ? AND ?
          ORDER BY e.job, e.pair, e.delivered_at DESC LIMIT 1) IS NOT NULL
      """;

  private static final String DOUBTFUL =
      """
      SELECT 1 FROM row_content c JOIN run_row r ON r.run_id = c.run_id AND r.row_no = c.row_no
      WHERE c.content_key = :content
        AND (r.state = 'IN_DOUBT' OR (r.state = 'RENDERING' AND r.overdue = TRUE)) LIMIT 1
      """;
  private static final String EARLIER =
      """
      SELECT e.row_no AS e_row_no, e.row_key AS e_row_key, e.video AS e_video, e.sha256 AS e_sha256,
        e.rendered_ms AS e_rendered_ms, r.job AS e_job, r.n AS e_n, r.output AS e_output
      FROM row_content c JOIN run_row e ON e.run_id = c.run_id AND e.row_no = c.row_no
      JOIN run r ON r.id = e.run_id
      WHERE c.content_key = :content AND e.state IN ('SUCCEEDED', 'REUSED') AND e.finished_at >= :since
      ORDER BY e.finished_at DESC LIMIT 5
      """;
  private static final String LEADER =
      """
      SELECT r.row_no FROM row_content c
      JOIN run_row r ON r.run_id = c.run_id AND r.row_no = c.row_no
      WHERE c.content_key = :content AND c.run_id = :run AND r.follows IS NULL
        AND r.state IN ('READY', 'STAGED', 'SUBMITTING', 'RENDERING', 'RENDERED') LIMIT 1
      """;

  /** Ordered by all of the index, so that H2 reads one entry of it and not every one there is. */
  private static final String PREVIOUS =
      """
      SELECT e.row_key, e.orientation, e.resolution, e.prompt, r.job, r.n, r.provider, r.origin,
        r.model, c.sha256 AS c_sha256, p.sha256 AS p_sha256
      FROM (SELECT w.* FROM delivery d JOIN run_row w ON w.run_id = d.run_id AND w.row_no = d.row_no
        WHERE d.job = :job AND %s
          AND d.delivered_at BETWEEN :ever AND :before AND d.run_id <> :run
        ORDER BY d.job, %s, d.delivered_at DESC LIMIT 1) AS e
      JOIN run r ON r.id = e.run_id
      LEFT JOIN asset_ref c
        ON c.run_id = e.run_id AND c.role = 'CHARACTER' AND c.ref = e.character_ref
      LEFT JOIN asset_ref p
        ON p.run_id = e.run_id AND p.role = 'PERFORMANCE' AND p.ref = e.performance_ref
      """;

  private static final String BY_KEY = PREVIOUS.formatted("d.row_key = :key", "d.row_key");
  private static final String BY_PAIR =
      PREVIOUS.formatted(
          "d.pair = :pair AND w.character_ref = :character AND w.performance_ref = :performance",
          "d.pair");

  private final JdbcClient jdbc;

  HistoryBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the contents that any row of any run has. */
  public Set<Sha256> known(Collection<Sha256> contents) {
    if (contents.isEmpty()) {
      return Set.of();
    }
    String values = contents.stream().map(c -> "(CAST(? AS VARCHAR))").collect(joining(", "));
    return new HashSet<>(
        jdbc.sql(KNOWN.formatted(values))
            .params(contents.stream().map(Sha256::hex).toList())
            .query((rs, n) -> new Sha256(rs.getString(1)))
            .list());
  }

  /** Numbers of those rows for which {@link #previous} may find something. */
  public Set<Long> delivered(Run run, Collection<UnplannedRow> rows) {
    if (rows.isEmpty()) {
      return Set.of();
    }
    String values =
        rows.stream()
            .map(row -> "(CAST(? AS BIGINT), CAST(? AS VARCHAR), CAST(? AS VARCHAR))")
            .collect(joining(", "));
    List<@Nullable Object> params = new ArrayList<>();
    for (UnplannedRow row : rows) {
      params.add(row.no());
      params.add(row.key().value());
      params.add(Pair.of(row.character(), row.performance()));
    }
    for (int look = 0; look < 2; look++) {
      params.add(run.id().job());
      params.add(Columns.time(EVER));
      params.add(Columns.time(run.createdAt()));
    }
    return new HashSet<>(
        jdbc.sql(DELIVERED.formatted(values)).params(params).query(Long.class).list());
  }

  /**
   * What earlier runs of the same job, under any label, delivered last: for this key, else for the
   * same two references.
   */
  public Optional<PreviousRender> previous(
      Run run, RowKey key, String character, String performance) {
    Optional<PreviousRender> named =
        before(BY_KEY, run).param("key", key.value()).query(PreviousRender::read).optional();
    return named.isPresent()
        ? named
        : before(BY_PAIR, run)
            .param("pair", Pair.of(character, performance))
            .param("character", character)
            .param("performance", performance)
            .query(PreviousRender::read)
            .optional();
  }

  private JdbcClient.StatementSpec before(String sql, Run run) {
    return jdbc.sql(sql)
        .param("job", run.id().job())
        .param("run", run.id().toString())
        .param("ever", Columns.time(EVER))
        .param("before", Columns.time(run.createdAt()));
  }

  /** Whether a row of any run with this content is in doubt or overdue. */
  public boolean isDoubtful(Sha256 content) {
    return jdbc.sql(DOUBTFUL)
        .param("content", content.hex())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Delivered renders of this content that are not older than {@code since}, newest first. */
  public List<EarlierRender> earlier(Sha256 content, Instant since) {
    return jdbc.sql(EARLIER)
        .param("content", content.hex())
        .param("since", Columns.time(since))
        .query(EarlierRender::read)
        .list();
  }

  /** The row of this run that is already planned to make this content. */
  public OptionalLong leader(RunId run, Sha256 content) {
    return jdbc
        .sql(LEADER)
        .param("run", run.toString())
        .param("content", content.hex())
        .query(Long.class)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }
}
