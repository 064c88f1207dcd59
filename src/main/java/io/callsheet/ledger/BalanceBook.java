package io.callsheet.ledger;

import io.callsheet.model.Credits;
import io.callsheet.model.RunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of the table {@code balance}: what the service said the account held, and when. */
public final class BalanceBook {
  private static final String INSERT =
      """
      INSERT INTO balance (run_id, credits, charged, at)
      SELECT id, :credits, charged, :now FROM run WHERE id = :run
      """;

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
   * @param charged what the run had been charged at that moment
   */
  public record Reading(Credits credits, Credits charged, Instant at) {}
}
