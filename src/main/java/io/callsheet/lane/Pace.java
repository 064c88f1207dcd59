package io.callsheet.lane;

import java.time.Duration;

/**
 * A rate that finds its level under a limit that nobody tells: a refusal lowers it by a tenth (by a
 * half when nothing passed since the one before), each call that passes raises it a little, up to
 * what is configured. Arithmetic only; whoever uses it takes care of threads and time.
 */
final class Pace {
  private static final long SLOWEST = 1000;

  private final long most;
  private long level;
  private long edge;
  private long before;
  private boolean refusedLast;

  /**
   * @param most thousandths of a call a minute, as configured
   * @param level where it begins; an earlier run has left it there
   */
  Pace(long most, long level) {
    this.most = most;
    this.level = within(level);
    this.edge = this.level;
  }

  private long within(long wanted) {
    return Math.max(Math.min(wanted, most), Math.min(SLOWEST, most));
  }

  /** Takes the level that somebody else has found by the refusals of shared calls. */
  void adopt(long found) {
    if (within(found) < level) {
      edge = level;
    }
    level = within(found);
  }

  /** Thousandths of a call a minute. */
  long level() {
    return level;
  }

  /** Between two calls. */
  Duration interval() {
    return Duration.ofNanos(60_000_000_000_000L / level);
  }

  /**
   * The tenth that a refusal took comes back in forty calls, or in half a minute where that is more
   * of them: each refusal costs a rest, which must stay rare. Beyond what was refused last, where
   * the limit may have risen, it goes four times as fast.
   */
  void passed() {
    refusedLast = false;
    long calls = Math.max(40, level / 2000);
    long step = (level < edge ? edge : level * 4) / (10 * calls);
    level = Math.min(most, level + Math.max(1, step));
  }

  /** To be told once for calls that were under way together. */
  void refused() {
    before = refusedLast ? before : level;
    edge = level;
    level = within(refusedLast ? level / 2 : level / 10 * 9);
    refusedLast = true;
  }

  /** What was refused since a call passed last was not refused for coming too fast. */
  void acquitted() {
    if (refusedLast) {
      level = before;
      edge = before;
      refusedLast = false;
    }
  }
}
