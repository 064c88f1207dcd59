package io.callsheet.job;

import io.callsheet.model.Credits;
import java.time.Duration;
import java.util.Map;

/**
 * How the stand-in service behaves.
 *
 * @param renderMin shortest time from start to end of a task
 * @param renderMax longest
 * @param balance of the account when its state is new
 * @param submitsPerMinute above it a submit is answered 429; 0: no limit
 * @param maxConcurrent tasks that render at once; the others wait as {@code not_started}; 0: no
 *     limit
 * @param resultLife how long a result URL works
 * @param faults name of a fault to how often it strikes, in thousandths of the calls that it
 *     concerns
 * @param refuse a word; tasks with it in their prompt violate the content policy. Empty: none do
 */
public record SandboxSettings(
    Duration renderMin,
    Duration renderMax,
    Credits balance,
    int submitsPerMinute,
    int maxConcurrent,
    Duration resultLife,
    Map<String, Integer> faults,
    String refuse) {
  public static final SandboxSettings DEFAULT =
      new SandboxSettings(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Credits.of(5000),
          0,
          0,
          Duration.ofHours(24),
          Map.of(),
          "");

  public SandboxSettings {
    faults = Map.copyOf(faults);
  }
}
