package io.callsheet.lane;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Notices that something has not answered for long; any answer ends the count. */
public final class Outage {
  private final Duration patience;
  private final InstantSource clock;
  private @Nullable Instant since;

  public Outage(Duration patience, InstantSource clock) {
    this.patience = patience;
    this.clock = clock;
  }

  public synchronized void answered() {
    since = null;
  }

  /** Whether nothing has been answered for longer than we wait. */
  public synchronized boolean failedForLong() {
    Instant now = clock.instant();
    if (since == null) {
      since = now;
    }
    return Duration.between(since, now).compareTo(patience) > 0;
  }
}
