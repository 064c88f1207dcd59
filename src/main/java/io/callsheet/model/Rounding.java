package io.callsheet.model;

import java.time.Duration;
import java.util.Optional;

/**
 * How fractions of a second are billed; the service does not publish its rule, so it is a setting.
 */
public enum Rounding {
  CEIL_SECOND(1000),
  CEIL_TENTH(100),
  EXACT(1);

  private final long unitMillis;

  Rounding(long unitMillis) {
    this.unitMillis = unitMillis;
  }

  /** The length that is billed for a video of this length. */
  public Duration billed(Duration length) {
    long millis = length.toMillis();
    return Duration.ofMillis((millis + unitMillis - 1) / unitMillis * unitMillis);
  }

  public String word() {
    return Words.of(this);
  }

  public static Optional<Rounding> find(String word) {
    return Words.find(Rounding.class, word);
  }
}
