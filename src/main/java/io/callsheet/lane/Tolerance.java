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

  /**
   * @param percent failed rows in a hundred planned ones that are still borne
   */
  public Tolerance(Ledger ledger, RunId run, int percent, RunControl control) {
    this.ledger = ledger;
    this.run = run;
    this.percent = percent;
    this.control = control;
  }

  /** To be called when a row has failed, and before the first one is begun. */
  public void check() {
    Failures failures = ledger.lanes().failures(run);
    if (failures.failed() * 100 > failures.planned() * percent) {
      control.pause(
          new Pause(
              Pause.Kind.TOLERATED,
              "%d of %d rows failed, more than failures.tolerate: %d%% bears; look at results.csv, or go on with: callsheet resume %s --tolerate 100%%"
                  .formatted(failures.failed(), failures.planned(), percent, run)));
    }
  }
}
