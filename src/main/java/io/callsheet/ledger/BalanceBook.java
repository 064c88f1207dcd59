package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.RowKey;
import io.callsheet.model.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All SQL of the table {@code balance}: what the service said the account held, and how far it
 * goes.
 */
public final class BalanceBook {
  private static final String INSERT =
      """
      INSERT INTO balance (run_id, credits, charged, at)
      SELECT id, :credits, charged, :now FROM run WHERE id = :run
      """;

  private static final String TO_SEND =
      """
      SELECT row_key, line, estimate FROM run_row
      WHERE run_id = :run AND state IN ('READY', 'STAGED') ORDER BY priority, row_no
      """;
  private static final int PAGE = 1000;

  private final JdbcClient jdbc;
  private final Transactions tx;
  private final InstantSource clock;

  BalanceBook(JdbcClient jdbc, Transactions tx, InstantSource clock) {
    this.jdbc = jdbc;
    this.tx = tx;
    this.clock = clock;
  }

  /** Keeps a reading made while nothing of the run was in flight. */
  public void add(RunId run, Credits balance) {
    tx.durably(
        () ->
            jdbc.sql(INSERT)
                .param("run", run.toString())
                .param("credits", balance.thousandths())
                .param("now", Columns.time(clock.instant()))
                .update());
  }

  /**
   * Where a balance ends among the rows that are still to be sent, in the order in which they will
   * be; empty if it pays for all of them.
   */
  public Optional<Shortfall> shortfall(RunId run, Credits balance) {
    return tx.call(
        () ->
            jdbc.sql(TO_SEND)
                .withFetchSize(PAGE)
                .param("run", run.toString())
                .query((ResultSetExtractor<Optional<Shortfall>>) rs -> ends(rs, balance)));
  }

  private static Optional<Shortfall> ends(ResultSet rs, Credits balance) throws SQLException {
    Credits cost = Credits.ZERO;
    long rows = 0;
    long paid = 0;
    @Nullable RowKey key = null;
    long line = 0;
    while (rs.next()) {
      cost = cost.plus(Columns.credits(rs, "estimate"));
      rows++;
      if (cost.compareTo(balance) <= 0) {
        paid++;
      } else if (key == null) {
        key = new RowKey(rs.getString("row_key"));
        line = rs.getLong("line");
      }
    }
    return key == null
        ? Optional.empty()
        : Optional.of(new Shortfall(balance, cost, rows, paid, key, line));
  }

  /** All readings of a run, oldest first. */
  public List<Reading> readings(RunId run) {
    return jdbc.sql("SELECT * FROM balance WHERE run_id = :run ORDER BY id")
        .param("run", run.toString())
        .query(
            (rs, n) ->
                new Reading(
                    Columns.credits(rs, "credits"),
                    Columns.credits(rs, "charged"),
                    Columns.requiredInstant(rs, "at")))
        .list();
  }

  /**
   * A balance that is below what is still to be spent.
   *
   * @param cost of all rows that are still to be sent
   * @param rows that are still to be sent
   * @param paid how many of them the balance pays for
   * @param first row that it does not pay for
   * @param line of the manifest where that row begins
   */
  public record Shortfall(
      Credits balance, Credits cost, long rows, long paid, RowKey first, long line) {}

  /**
   * @param charged what the run had been charged at that moment
   */
  public record Reading(Credits credits, Credits charged, Instant at) {}
}
