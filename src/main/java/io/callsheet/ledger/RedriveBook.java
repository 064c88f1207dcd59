package io.callsheet.ledger;

import io.callsheet.model.Anew;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.model.RunPhase;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that ended and can be run again. */
public final class RedriveBook {
  private static final String ENDED =
      """
      SELECT * FROM run_row WHERE run_id = :run
        AND state IN ('FAILED', 'NOT_RUN', 'SUCCEEDED', 'REUSED')
      ORDER BY row_no
      """;

  private final JdbcClient jdbc;
  private final RunTable runs;
  private final RowTable rows;
  private final Transactions tx;
  private final InstantSource clock;

  RedriveBook(JdbcClient jdbc, RunTable runs, RowTable rows, Transactions tx, InstantSource clock) {
    this.jdbc = jdbc;
    this.runs = runs;
    this.rows = rows;
    this.tx = tx;
    this.clock = clock;
  }

  /** All ended rows but rejected ones, in manifest order. */
  public List<Redrivable> ended(RunId run) {
    return jdbc.sql(ENDED).param("run", run.toString()).query(Redrivable::read).list();
  }

  /** Opens the run's next round for these rows, all or none of them. */
  public void begin(RunId id, List<Redrivable> chosen) {
    tx.durably(
        () -> {
          for (Redrivable row : chosen) {
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
                    .set("delivered_at", null)
                    .set("due_at", Columns.time(clock.instant()));
            if (row.isDelivered()) {
              again.set("anew", Anew.FORCE);
            }
            if (!rows.apply(id, row.no(), again)) {
              throw new IllegalStateException(row.key() + " moved under the run's lease: a bug");
            }
          }
          Run run = runs.find(id).orElseThrow();
          runs.set(id, "round", run.round() + 1);
          if (run.phase() == RunPhase.ENDED) {
            runs.advance(id, RunPhase.ENDED, RunPhase.RUNNING, "", clock.instant());
          }
        });
  }
}
