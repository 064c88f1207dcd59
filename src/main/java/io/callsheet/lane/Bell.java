package io.callsheet.lane;

import java.time.Duration;

/** Wakes whoever waits for something to happen in a run; a ring between two waits is not missed. */
public final class Bell {
  private long rings;
  private long news;

  /** Wakes whoever waits: there may be new work. */
  public synchronized void ring() {
    news++;
    nudge();
  }

  /** Wakes whoever waits, with no word of new work. */
  synchronized void nudge() {
    rings++;
    notifyAll();
  }

  /** Changes when there may be new work. */
  synchronized long news() {
    return news;
  }

  /** To be read before looking for work, and handed to {@link #await}. */
  public synchronized long rings() {
    return rings;
  }

  /** Returns when somebody has rung since {@code seen} was read, or after {@code patience}. */
  public synchronized void await(long seen, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (rings == seen) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return;
      }
      // Rounded up: a wait of zero would be a wait without end.
      wait(left / 1_000_000 + 1);
    }
  }
}
