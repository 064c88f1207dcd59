package io.callsheet.lane;

import io.callsheet.ledger.LaneBook.Failures;
import io.callsheet.ledger.Ledger;
import io.callsheet.model.RunId;

/**
 * Stops a run that goes wrong before all of it has: nothing new is sent above a share of failures.
 */
public final class Tolerance {
  private final Ledger ledger;
  private final RunId run;
  private final int percent;
  private final RunControl control;
  private long bearable;

  /**
   * @param percent failed rows in a hundred planned ones that are still borne
   */
  public Tolerance(Ledger ledger, RunId run, int percent, RunControl control) {
    this.ledger = ledger;
    this.run = run;
    this.percent = percent;
    this.control = control;
  }

  /**
   * To be called when rows have failed. The ledger is asked only when they may be too many: it has
   * to count for that.
   *
   * @param rows at most so many
   */
  public synchronized void failed(long rows) {
    bearable -= rows;
    if (bearable < 0) {
      check();
    }
  }

  /** To be called before the first row is begun. */
  public synchronized void check() {
    Failures failures = ledger.lanes().failures(run);
    bearable = failures.planned() * percent / 100 - failures.failed();
    if (failures.failed() * 100 > failures.planned() * percent) {
      control.pause(
          new Pause(
              Pause.Kind.TOLERATED,
              "%d of %d rows failed, more than failures.tolerate: %d%% bears; look at results.csv, or go on with: callsheet resume %s --tolerate 100%%"
                  .formatted(failures.failed(), failures.planned(), percent, run)));
    }
  }
}
