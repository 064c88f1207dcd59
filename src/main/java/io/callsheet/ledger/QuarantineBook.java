package io.callsheet.ledger;

import io.callsheet.model.AssetRole;
import io.callsheet.model.NotRun;
import io.callsheet.model.RowState;
import io.callsheet.model.RunId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/**
 * Assets that seem to be bad: one that failed for media or moderation with several different
 * partners, and was rendered with none. Its rows that are not under way are left out until a person
 * has looked; those under way go on.
 */
public final class QuarantineBook {
  private static final int PAGE = 500;

  private final QuarantineTable table;
  private final RowTable rows;
  private final Transactions tx;
  private final InstantSource clock;

  QuarantineBook(QuarantineTable table, RowTable rows, Transactions tx, InstantSource clock) {
    this.table = table;
    this.rows = rows;
    this.tx = tx;
    this.clock = clock;
  }

  /**
   * To be called when rows have failed. Not by two threads at once for one run.
   *
   * @param partners so many different ones make an asset suspect
   */
  public void check(RunId run, Collection<Long> failed, int partners) {
    if (failed.isEmpty()) {
      return;
    }
    boolean found = false;
    for (AssetRole role : AssetRole.values()) {
      for (QuarantineTable.Suspect suspect : table.suspects(run, role, failed, partners)) {
        if (!table.hasWorked(run, suspect.asset())
            && !table.waiting(run, suspect.asset()).isEmpty()) {
          tx.run(() -> table.begin(run, suspect));
          found = true;
        }
      }
    }
    if (found) {
      hold(run);
    }
  }

  /** Holds what waits of every quarantined asset; a process may have died over it. */
  public void hold(RunId run) {
    for (Quarantined bad : table.open(run)) {
      List<Long> waiting = table.waiting(run, bad.asset());
      for (int from = 0; from < waiting.size(); from += PAGE) {
        List<Long> page = waiting.subList(from, Math.min(waiting.size(), from + PAGE));
        tx.run(() -> page.forEach(row -> hold(run, row, bad)));
      }
      tx.durably(() -> table.complete(run, bad.asset(), clock.instant()));
    }
  }

  /** A row that is sent meanwhile goes on. */
  private void hold(RunId run, long rowNo, Quarantined bad) {
    if (!rows.apply(run, rowNo, held(RowState.READY, bad))) {
      rows.apply(run, rowNo, held(RowState.STAGED, bad));
    }
  }

  private static Move held(RowState from, Quarantined bad) {
    return Move.of(from, RowState.NOT_RUN)
        .set("not_run", NotRun.HELD)
        .set("reason", Columns.cut(bad.why(), 4000));
  }

  /** How many assets are held; cheap enough to be asked each second. */
  public long count(RunId run) {
    return table.complete(run);
  }

  /** Assets that are held, with the rows that are held with each. */
  public List<Quarantined> open(RunId run) {
    return table.open(run);
  }
}
