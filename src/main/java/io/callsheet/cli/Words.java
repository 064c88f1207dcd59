package io.callsheet.cli;

import io.callsheet.model.Credits;
import io.callsheet.model.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** How figures look on the terminal. */
final class Words {
  private Words() {}

  /** {@code 0:41}, {@code 2:05:09}. */
  static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** {@code 8.00 USD}, rounded up to the cent. */
  static String usd(Credits credits) {
    return Rate.usd(credits).setScale(2, RoundingMode.CEILING) + " USD";
  }

  /** {@code 4.2}, {@code 140}. */
  static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  static String rows(long n) {
    return n == 1 ? "1 row" : n + " rows";
  }

  /** As a shell takes it for one argument. */
  static String argument(String text) {
    return text.matches("[\\p{L}\\p{N}_./:@%+=,-]+")
        ? text
        : "'" + text.replace("'", "'\\''") + "'";
  }

  static String bytes(long bytes) {
    if (bytes < 1_000_000) {
      return Math.max(1, bytes / 1000) + " kB";
    }
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /** As short as it can be written from here. */
  static String path(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }
}
