package io.callsheet.poll;

import io.callsheet.ledger.PollRow;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** At which age each task in flight was last seen at work, in this execution. */
final class Sightings {
  private final Map<Task, Duration> ages = new ConcurrentHashMap<>();

  void working(PollRow row, Duration age) {
    ages.put(Task.of(row), age);
  }

  /** Zero for one that was not seen yet. */
  Duration working(PollRow row) {
    return ages.getOrDefault(Task.of(row), Duration.ZERO);
  }

  void forget(PollRow row) {
    ages.remove(Task.of(row));
  }

  private record Task(long row, long attempt) {
    static Task of(PollRow row) {
      return new Task(row.no(), row.attempt());
    }
  }
}
