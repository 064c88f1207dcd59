package io.callsheet.lane;

import io.callsheet.ledger.QuarantineBook;
import io.callsheet.model.RunId;
import java.util.List;

/** Holds back what is left of an asset that fails with one partner after the other. */
public final class Quarantine {
  private final QuarantineBook book;
  private final RunId run;
  private final int partners;

  /**
   * @param partners so many different ones that an asset failed with make it suspect; 0: none do
   */
  public Quarantine(QuarantineBook book, RunId run, int partners) {
    this.book = book;
    this.run = run;
    this.partners = partners;
  }

  /** To be called when rows have failed, by any lane. */
  public synchronized void check(List<Long> failed) {
    if (partners > 0) {
      book.check(run, failed, partners);
    }
  }

  /** To be called before the first row is begun: an earlier process may have died half-way. */
  public synchronized void resume() {
    book.hold(run);
  }
}
