package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.RunId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the rows that are planned to render come to; each question reads all rows of the run. */
public final class EstimateBook {
  private static final String SHARES =
      """
      SELECT %1$s AS name, COUNT(*) AS n, SUM(estimate) AS credits, COUNT(*) OVER () AS spenders
      FROM run_row WHERE run_id = :run AND action = 'RENDER'
      GROUP BY %1$s ORDER BY 3 DESC, 1 LIMIT :limit
      """;
  private static final String ASSETS =
      """
      SELECT COUNT(*) AS files, COALESCE(SUM(bytes), 0) AS bytes FROM (
        SELECT DISTINCT a.sha256, a.bytes FROM asset_ref a JOIN (
            SELECT DISTINCT 'CHARACTER' AS role, character_ref AS ref FROM run_row
            WHERE run_id = :run AND action = 'RENDER'
            UNION SELECT DISTINCT 'PERFORMANCE', performance_ref FROM run_row
            WHERE run_id = :run AND action = 'RENDER') AS used
          ON a.run_id = :run AND a.role = used.role AND a.ref = used.ref) AS distinct_asset
      """;

  private final JdbcClient jdbc;

  EstimateBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who spends how much, and how many they are. */
  public Spenders spenders(RunId run, Spender by, int limit) {
    long[] all = {0};
    List<Share> largest =
        jdbc.sql(SHARES.formatted(by.column))
            .param("run", run.toString())
            .param("limit", limit)
            .query(
                (rs, n) -> {
                  all[0] = rs.getLong("spenders");
                  return new Share(
                      rs.getString("name"), rs.getLong("n"), Columns.credits(rs, "credits"));
                })
            .list();
    return new Spenders(largest, all[0]);
  }

  /** The distinct files, by content, that these rows need in storage. */
  public AssetBook.Totals assets(RunId run) {
    return jdbc.sql(ASSETS)
        .param("run", run.toString())
        .query((rs, n) -> new AssetBook.Totals(rs.getLong("files"), rs.getLong("bytes")))
        .single();
  }

  /** For whom credits are spent. */
  public enum Spender {
    CLIENT("client"),
    CAMPAIGN("campaign");

    private final String column;

    Spender(String column) {
      this.column = column;
    }

    /** The manifest's column. */
    public String word() {
      return column;
    }
  }

  /**
   * @param largest the first ones, the largest first
   * @param all how many there are
   */
  public record Spenders(List<Share> largest, long all) {
    public Spenders {
      largest = List.copyOf(largest);
    }
  }

  /**
   * @param name empty for rows that name none
   */
  public record Share(String name, long rows, Credits credits) {}
}
