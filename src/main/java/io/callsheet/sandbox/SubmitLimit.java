package io.callsheet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** So many submits in any minute, counted exactly. */
final class SubmitLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int perMinute;
  private final Deque<Instant> taken = new ArrayDeque<>();

  /**
   * @param perMinute 0: no limit
   */
  SubmitLimit(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Empty if the submit may pass, otherwise how long until one may. */
  synchronized Optional<Duration> take(Instant now) {
    if (perMinute == 0) {
      return Optional.empty();
    }
    Instant oldest = taken.peekFirst();
    while (oldest != null && !oldest.plus(WINDOW).isAfter(now)) {
      taken.removeFirst();
      oldest = taken.peekFirst();
    }
    if (oldest != null && taken.size() >= perMinute) {
      return Optional.of(Duration.between(now, oldest.plus(WINDOW)));
    }
    taken.addLast(now);
    return Optional.empty();
  }
}
