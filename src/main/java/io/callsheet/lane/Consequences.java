package io.callsheet.lane;

import java.util.List;

/**
 * What follows when rows fail: what is left of a bad asset is held, and a run that goes wrong is
 * paused. Until that is decided nothing is sent, although a failed task has freed its place.
 */
public final class Consequences {
  private final Quarantine quarantine;
  private final Tolerance tolerance;

  public Consequences(Quarantine quarantine, Tolerance tolerance) {
    this.quarantine = quarantine;
    this.tolerance = tolerance;
  }

  /**
   * Books the outcomes of a turn and draws the consequences.
   *
   * @param failed the rows among them that have failed
   */
  public void book(List<Long> failed, Runnable booking) {
    if (failed.isEmpty()) {
      booking.run();
      return;
    }
    synchronized (this) {
      booking.run();
      quarantine.check(failed);
      tolerance.failed(failed.size());
    }
  }

  /** To be called before a row is sent: waits while consequences are drawn that may concern it. */
  public void await() {
    synchronized (this) {
      // Whoever books failures holds this lock until the rows concerned are held.
    }
  }
}
