package io.callsheet.ledger;

import io.callsheet.model.FailureClass;
import io.callsheet.model.NotRun;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import io.callsheet.model.Sha256;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the collect lane reads and writes. */
public final class CollectBook {
  private final RowTable rows;
  private final HistoryTable history;
  private final Transactions tx;
  private final InstantSource clock;

  CollectBook(RowTable rows, HistoryTable history, Transactions tx, InstantSource clock) {
    this.rows = rows;
    this.history = history;
    this.tx = tx;
    this.clock = clock;
  }

  public List<CollectRow> due(RunId run, int limit) {
    return rows.dueToCollect(run, clock.instant(), limit, CollectRow::read);
  }

  /** Before files are moved into place: which bytes they will be. */
  public void announce(RunId run, List<Delivered> files) {
    tx.durably(
        () ->
            files.forEach(
                f -> rows.note(run, f.rowNo(), RowState.RENDERED, "sha256", f.sha256().hex())));
  }

  /**
   * Records a turn in one commit that is durable within moments: files that are in place are known
   * again by what was announced.
   */
  public void record(RunId run, List<? extends Collected> turn) {
    tx.soon(() -> turn.forEach(one -> record(run, one)));
  }

  private void record(RunId run, Collected one) {
    Instant now = clock.instant();
    if (one instanceof Delivered file) {
      Move move =
          Move.of(RowState.RENDERED, file.reused() ? RowState.REUSED : RowState.SUCCEEDED)
              .set("sha256", file.sha256().hex())
              .set("rendered_ms", file.length().toMillis())
              .set("finished_at", Columns.time(now));
      if (rows.apply(run, file.rowNo(), move)) {
        history.delivered(run, file.rowNo(), now);
      }
    } else if (one instanceof EarlierGone gone) {
      rows.apply(
          run,
          gone.rowNo(),
          Move.of(RowState.RENDERED, RowState.NOT_RUN)
              .set("not_run", NotRun.RENDER_GONE)
              .set("sha256", null)
              .set("reason", Columns.cut(gone.message(), 4000)));
    } else if (one instanceof Lost lost) {
      rows.apply(
          run,
          lost.rowNo(),
          Move.of(RowState.RENDERED, RowState.FAILED)
              .set("failure", FailureClass.LOST)
              .set("sha256", null)
              .set("reason", Columns.cut(lost.message(), 4000))
              .set("finished_at", Columns.time(now)));
    } else if (one instanceof Later later) {
      rows.postpone(run, later.rowNo(), RowState.RENDERED, later.due());
      if (later.file() != null) {
        rows.note(run, later.rowNo(), RowState.RENDERED, "video_url", later.file().toString());
      }
    }
  }

  /** What became of fetching a row's render. */
  public sealed interface Collected {
    long rowNo();
  }

  /**
   * Verified; in place when it is recorded.
   *
   * @param length of the rendered video
   * @param reused whether it is an earlier render that was delivered again
   */
  public record Delivered(long rowNo, Sha256 sha256, Duration length, boolean reused)
      implements Collected {}

  /** The earlier render that the plan counted on is gone or changed. */
  public record EarlierGone(long rowNo, String message) implements Collected {}

  /** Paid, and the service cannot deliver it. */
  public record Lost(long rowNo, String message) implements Collected {}

  /**
   * Try again when due.
   *
   * @param file a fresher address, if there is one
   */
  public record Later(long rowNo, Instant due, @Nullable URI file) implements Collected {}
}
