package io.callsheet.cli;

import io.callsheet.model.Credits;
import io.callsheet.model.Rate;
import io.callsheet.model.RunPhase;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How figures look on the terminal. */
final class Words {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

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

  static String rows(long n) {
    return n == 1 ? "1 row" : n + " rows";
  }

  /** {@code 2026-11-22 20:40}, as the clock on the wall shows it here. */
  static String time(Instant time) {
    return LOCAL.format(time);
  }

  static String phase(RunPhase phase) {
    return phase.name().toLowerCase(Locale.ROOT);
  }

  /** {@code 90d}, as in a job file. */
  static String age(Duration age) {
    return age.equals(Duration.ofDays(age.toDays())) ? age.toDays() + "d" : age.toSeconds() + "s";
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
