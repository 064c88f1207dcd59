package io.callsheet.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/**
 * The places in which tasks render. A task takes the place that is free first; since every end is
 * known beforehand, so is every start.
 */
final class RenderSlots {
  private final int places;
  private final PriorityQueue<Instant> ends = new PriorityQueue<>();

  /**
   * @param places 0: no limit
   */
  RenderSlots(int places) {
    this.places = places;
  }

  /** Takes a place for a new task and tells when its rendering starts. */
  Instant take(Instant now, Duration renderTime) {
    Instant start = now;
    Instant firstFree = places > 0 && ends.size() >= places ? ends.peek() : null;
    if (firstFree != null && firstFree.isAfter(now)) {
      start = firstFree;
    }
    occupy(start.plus(renderTime));
    return start;
  }

  /** Takes a place for a task that is known from before. */
  void occupy(Instant end) {
    if (places == 0) {
      return;
    }
    while (ends.size() >= places) {
      ends.poll();
    }
    ends.add(end);
  }
}
