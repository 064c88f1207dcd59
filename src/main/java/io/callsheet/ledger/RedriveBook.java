package io.callsheet.ledger;

import io.callsheet.model.Anew;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that ended and can be run again. */
public final class RedriveBook {
  private static final int PAGE = 1_000;
  private static final String ENDED =
      """
      SELECT r.*, c.sha256 AS c_sha256, p.sha256 AS p_sha256 FROM run_row r
      LEFT JOIN asset_ref c
        ON c.run_id = r.run_id AND c.role = 'CHARACTER' AND c.ref = r.character_ref
      LEFT JOIN asset_ref p
        ON p.run_id = r.run_id AND p.role = 'PERFORMANCE' AND p.ref = r.performance_ref
      WHERE r.run_id = :run AND r.row_no > :after
        AND r.state IN ('FAILED', 'NOT_RUN', 'SUCCEEDED', 'REUSED')
      ORDER BY r.run_id, r.row_no LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final RunTable runs;
  private final RowTable rows;
  private final HistoryTable history;
  private final QuarantineTable quarantines;
  private final Transactions tx;
  private final InstantSource clock;

  RedriveBook(
      JdbcClient jdbc,
      RunTable runs,
      RowTable rows,
      HistoryTable history,
      QuarantineTable quarantines,
      Transactions tx,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.runs = runs;
    this.rows = rows;
    this.history = history;
    this.quarantines = quarantines;
    this.tx = tx;
    this.clock = clock;
  }

  /** Shows all ended rows but rejected ones, in manifest order, and keeps none of them. */
  public void ended(RunId run, Consumer<Redrivable> look) {
    List<Redrivable> page = page(run, 0);
    while (!page.isEmpty()) {
      page.forEach(look);
      page = page(run, page.get(page.size() - 1).no());
    }
  }

  private List<Redrivable> page(RunId run, long after) {
    return jdbc.sql(ENDED)
        .param("run", run.toString())
        .param("after", after)
        .param("limit", PAGE)
        .query(Redrivable::read)
        .list();
  }

  /**
   * Opens the run's next round for the ended rows that are chosen, all or none of them; however
   * many they are, a page of them is in memory. Returns how many.
   *
   * @param released assets that are trusted again, for the rest of the run
   * @param owned whether the lease is still the caller's, asked at the end: this may take minutes
   * @throws IllegalStateException if it is not; then nothing is changed
   */
  public long begin(
      RunId id, Predicate<Redrivable> chosen, Collection<Asset> released, BooleanSupplier owned) {
    return tx.durably(
        undo -> {
          long count = 0;
          List<Redrivable> page = page(id, 0);
          while (!page.isEmpty()) {
            count += anew(id, page.stream().filter(chosen).toList());
            page = page(id, page.get(page.size() - 1).no());
          }
          released.forEach(asset -> quarantines.release(id, asset, clock.instant()));
          Run run = runs.find(id).orElseThrow();
          runs.set(id, "round", run.round() + 1);
          if (run.phase() == RunPhase.ENDED) {
            runs.advance(id, RunPhase.ENDED, RunPhase.RUNNING, "", clock.instant());
          }
          if (!owned.getAsBoolean()) {
            throw new IllegalStateException("another process has taken over " + id);
          }
          return count;
        });
  }

  private int anew(RunId id, List<Redrivable> some) {
    Map<Long, Move> moves = new LinkedHashMap<>();
    some.forEach(row -> moves.put(row.no(), anew(row)));
    // Nobody follows a row that has ended: whoever did has ended with it.
    if (rows.applyAll(id, moves).size() < some.size()) {
      throw new IllegalStateException("rows of " + id + " moved under the run's lease: a bug");
    }
    some.forEach(row -> history.reopened(id, row.no()));
    return some.size();
  }

  private Move anew(Redrivable row) {
    Move again =
        Move.of(row.state(), RowState.PENDING)
            .set("action", null)
            .set("not_run", null)
            .set("failure", null)
            .set("reason", null)
            .set("retries", 0)
            .set("follows", null)
            .set("reuse_run", null)
            .set("reuse_row", null)
            .set("video_url", null)
            .set("sha256", null)
            .set("rendered_ms", null)
            .set("submitted_at", null)
            .set("finished_at", null)
            .set("due_at", Columns.time(clock.instant()));
    return row.isDelivered() ? again.set("anew", Anew.FORCE) : again;
  }
}
