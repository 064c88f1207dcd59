package io.callsheet.lane;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One bell for each lane: news wakes those that it is work for, and lets the others sleep. For the
 * end of an execution all are rung.
 */
public final class Bells {
  private final ConcurrentHashMap<String, Bell> byLane = new ConcurrentHashMap<>();

  /** The bell at which the lane of this name listens. */
  Bell of(String lane) {
    return byLane.computeIfAbsent(lane, name -> new Bell());
  }

  /** Wakes the lane of this name, with no word of new work. */
  public void nudge(String lane) {
    of(lane).nudge();
  }

  void ring(Collection<String> lanes) {
    lanes.forEach(lane -> of(lane).ring());
  }

  /** Wakes every lane. */
  public void ringAll() {
    byLane.values().forEach(Bell::ring);
  }
}
