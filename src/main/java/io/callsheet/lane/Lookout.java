package io.callsheet.lane;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** When a lane looks for rows, and those that it has claimed ahead. */
final class Lookout<R> {
  /** Rows may also come due through another process, which cannot ring our bell. */
  static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Lane<R, ?> lane;
  private final Bell bell;
  private final InstantSource clock;
  private long newsSeen = -1;
  private long lookAt = System.nanoTime();
  private long notBefore = lookAt;
  private List<R> ahead = List.of();
  private long aheadSince;

  Lookout(Lane<R, ?> lane, Bell bell, InstantSource clock) {
    this.lane = lane;
    this.bell = bell;
    this.clock = clock;
  }

  /** There may be something to find, whoever rings. */
  void lookNow() {
    lookAt = System.nanoTime();
  }

  /** How long there is nothing to find, as far as is known. */
  Duration untilLook() {
    long news = bell.news();
    if (news != newsSeen) {
      newsSeen = news;
      lane.news();
      lookNow();
    }
    long now = System.nanoTime();
    return Duration.ofNanos(Math.max(lookAt - now, notBefore - now));
  }

  /** Looks, and begins as many rows as there is room for; returns how many. */
  int begin(Window<R, ?> window, int room) {
    lookNow();
    notBefore = lookAt + lane.pace().toNanos();
    if (ahead.size() < room || lookAt - aheadSince > LOOK_AGAIN.toNanos()) {
      // Rows at work are still in the state that the claim looks for.
      ahead = lane.claim(room + window.size() + lane.ahead());
      aheadSince = lookAt;
    }
    int before = window.size();
    ahead = window.begin(ahead, room);
    int begun = window.size() - before;
    if (begun < room) {
      lookAt += untilDue().toNanos();
    }
    return begun;
  }

  /** All that is due has been begun: until the next row is, only the bell brings work. */
  private Duration untilDue() {
    Instant now = clock.instant();
    return lane.nextDue()
        .map(next -> Duration.between(now, next))
        .filter(wait -> wait.compareTo(LOOK_AGAIN) < 0)
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
        .orElse(LOOK_AGAIN);
  }
}
