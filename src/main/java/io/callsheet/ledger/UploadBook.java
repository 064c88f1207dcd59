package io.callsheet.ledger;

import io.callsheet.model.NotRun;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What the upload lane reads and writes. */
public final class UploadBook {
  private final RowTable rows;
  private final Transactions tx;
  private final InstantSource clock;

  UploadBook(RowTable rows, Transactions tx, InstantSource clock) {
    this.rows = rows;
    this.tx = tx;
    this.clock = clock;
  }

  public List<UploadRow> due(RunId run, int limit) {
    return rows.dueByPriority(run, RowState.READY, clock.instant(), limit, UploadRow::read);
  }

  /** Records a turn. What is lost of it with the process is found in storage again. */
  public void record(RunId run, List<? extends Uploaded> turn) {
    tx.run(() -> turn.forEach(one -> record(run, one)));
  }

  private void record(RunId run, Uploaded one) {
    if (one instanceof Uploaded.Staged staged) {
      rows.apply(
          run,
          staged.rowNo(),
          Move.of(RowState.READY, RowState.STAGED).set("due_at", Columns.time(clock.instant())));
    } else if (one instanceof Uploaded.Changed changed) {
      rows.apply(
          run,
          changed.rowNo(),
          Move.of(RowState.READY, RowState.NOT_RUN)
              .set("not_run", NotRun.ASSET_CHANGED)
              .set("reason", Columns.cut(changed.message(), 4000)));
    } else if (one instanceof Uploaded.Later later) {
      rows.postpone(run, later.rowNo(), RowState.READY, later.due());
    }
  }

  /** What became of a row's assets. */
  public sealed interface Uploaded {
    long rowNo();

    /** Both are stored. */
    record Staged(long rowNo) implements Uploaded {}

    /** A file is no longer what was planned. */
    record Changed(long rowNo, String message) implements Uploaded {}

    /** Storage did not answer; try again when due. */
    record Later(long rowNo, Instant due) implements Uploaded {}
  }
}
