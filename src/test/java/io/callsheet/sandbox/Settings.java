package io.callsheet.sandbox;

import io.callsheet.job.SandboxSettings;
import io.callsheet.model.Credits;
import java.time.Duration;
import java.util.Map;

/** Settings that differ in one thing from an account with 5000 credits and no limits. */
final class Settings {
  private Settings() {}

  static SandboxSettings rendering(Duration renderTime) {
    return of(renderTime, 5000, 0, 0, Map.of());
  }

  static SandboxSettings balance(long credits) {
    return of(Duration.ofMinutes(1), credits, 0, 0, Map.of());
  }

  static SandboxSettings submitsPerMinute(int limit) {
    return of(Duration.ofMinutes(1), 5000, limit, 0, Map.of());
  }

  static SandboxSettings maxConcurrent(int limit) {
    return of(Duration.ofMinutes(1), 5000, 0, limit, Map.of());
  }

  static SandboxSettings always(Fault fault) {
    return of(Duration.ofMinutes(1), 5000, 0, 0, Map.of(fault.word(), 1000));
  }

  private static SandboxSettings of(
      Duration renderTime,
      long balance,
      int submitsPerMinute,
      int maxConcurrent,
      Map<String, Integer> faults) {
    return new SandboxSettings(
        renderTime,
        renderTime,
        Credits.of(balance),
        submitsPerMinute,
        maxConcurrent,
        Duration.ofHours(24),
        faults,
        "");
  }
}
