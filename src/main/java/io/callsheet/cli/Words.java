package io.callsheet.cli;

import io.callsheet.model.Credits;
import io.callsheet.model.Rate;
import io.callsheet.model.RunPhase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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

  /** {@code 4.2}, {@code 140}. */
  static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3)
        .setScale(1, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  static String rows(long n) {
    return n == 1 ? "1 row" : number(n) + " rows";
  }

  /** {@code 1599}, {@code 12,345}: four digits are read at a glance, five are not. */
  static String number(long n) {
    return Math.abs(n) < 10_000 ? Long.toString(n) : String.format(Locale.ROOT, "%,d", n);
  }

  static String number(Credits credits) {
    String plain = credits.toString();
    int point = plain.indexOf('.');
    return point < 0
        ? number(Long.parseLong(plain))
        : number(Long.parseLong(plain.substring(0, point))) + plain.substring(point);
  }

  /** Of video: {@code 142.5 s}, {@code 3 h 20 min}. */
  static String length(Duration length) {
    return length.toMinutes() < 10
        ? String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0)
        : about(length);
  }

  /** {@code 40 s}, {@code 25 min}, {@code 2 h 10 min}, {@code 3 d 4 h}; rounded up. */
  static String about(Duration duration) {
    long seconds = Math.max(1, duration.plusMillis(999).toSeconds());
    if (seconds < 100) {
      return seconds + " s";
    }
    long minutes = (seconds + 59) / 60;
    if (minutes < 100) {
      return minutes + " min";
    }
    if (minutes < 48 * 60) {
      return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
    long hours = (minutes + 59) / 60;
    return hours / 24 + " d" + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
  }

  /** The local time after so long: {@code 23:40}; with its date if that is not today. */
  static String until(Duration duration, Clock clock) {
    ZonedDateTime now = ZonedDateTime.now(clock);
    ZonedDateTime then = now.plus(duration);
    boolean today = then.toLocalDate().equals(now.toLocalDate());
    return DateTimeFormatter.ofPattern(today ? "HH:mm" : "EEE d MMM HH:mm", Locale.ENGLISH)
        .format(then);
  }

  /** As a shell takes it for one argument. */
  static String argument(String text) {
    return text.matches("[\\p{L}\\p{N}_./:@%+=,-]+")
        ? text
        : "'" + text.replace("'", "'\\''") + "'";
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
