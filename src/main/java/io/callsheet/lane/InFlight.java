package io.callsheet.lane;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rows of a run that hold one of the service's places, by number: those that are RENDERING and
 * not overdue. A task that is known to be finished gives its place back at once, before the ledger
 * has been told, for the next row need not wait for that.
 */
public final class InFlight {
  private final Set<Long> rows = ConcurrentHashMap.newKeySet();
  private final Runnable freed;

  /**
   * @param rendering rows that hold a place by now
   * @param freed told of every place that is given back
   */
  public InFlight(Collection<Long> rendering, Runnable freed) {
    this.rows.addAll(rendering);
    this.freed = freed;
  }

  /** The row holds a place; to be said before others can see that it renders. */
  public void begin(long row) {
    rows.add(row);
  }

  /** The row holds none any more, whether or not it did. */
  public void end(long row) {
    if (rows.remove(row)) {
      freed.run();
    }
  }

  public int size() {
    return rows.size();
  }
}
