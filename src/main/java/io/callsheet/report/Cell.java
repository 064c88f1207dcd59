package io.callsheet.report;

import io.callsheet.model.Credits;
import io.callsheet.model.Rate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How values look in reports. */
final class Cell {
  private Cell() {}

  static @Nullable BigDecimal credits(@Nullable Credits credits) {
    return credits == null ? null : plain(credits.toDecimal());
  }

  static @Nullable BigDecimal usd(@Nullable Credits credits) {
    return credits == null ? null : atLeastCents(Rate.usd(credits));
  }

  static @Nullable BigDecimal seconds(@Nullable Duration length) {
    return length == null ? null : plain(BigDecimal.valueOf(length.toMillis(), 3));
  }

  /** To the second. */
  static @Nullable Instant time(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS);
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static BigDecimal atLeastCents(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 2 ? stripped.setScale(2) : stripped;
  }
}
