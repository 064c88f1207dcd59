package io.callsheet.lane;

import java.time.Duration;

/** How long a row rests before it is tried again: doubling from a second to a minute. */
public final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Backoff() {}

  /**
   * @param tries made so far
   */
  public static Duration after(long tries) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(Math.max(tries, 0), 6));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }
}
