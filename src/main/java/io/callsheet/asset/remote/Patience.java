package io.callsheet.asset.remote;

import java.time.Duration;

/** What a fetch must know of the run that it is made for. */
public interface Patience {
  /** Whether the run is to end: whatever is under way is dropped. */
  boolean isOver();

  /** Waits; false as soon as the run is to end. */
  boolean rest(Duration time) throws InterruptedException;
}
