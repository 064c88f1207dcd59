package io.callsheet.provider.vidgo;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds, or a date. */
final class RetryAfter {
  /** One absurd answer must not hold up a run for longer than this. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /** Null where the header is missing or cannot be read. */
  static @Nullable Duration of(HttpHeaders headers, InstantSource clock) {
    String text = headers.firstValue("Retry-After").orElse("").strip();
    if (text.matches("\\d{1,9}")) {
      return shorter(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), date.toInstant());
      return wait.isNegative() ? Duration.ZERO : shorter(wait);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Duration shorter(Duration wait) {
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
