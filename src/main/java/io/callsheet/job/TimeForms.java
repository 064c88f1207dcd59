package io.callsheet.job;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms of durations: {@code 500ms 300s 5m 2h 90d}, and ranges {@code 2s-5s}. */
final class TimeForms {

  static final Duration NONE = Duration.ZERO;
  static final Duration SHORTEST = Duration.ofMillis(1);

  /** Ten years: whatever is longer was not meant, and would overflow where nanoseconds count. */
  static final Duration LONGEST = Duration.ofDays(3650);

  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
  private static final Pattern BARE = Pattern.compile("[0-9]{1,9}");

  private TimeForms() {}

  record Range(Duration least, Duration most) {}

  static Form<Duration> duration(Duration least, Duration most) {
    return text -> {
      Duration duration = parse(text, text);
      if (duration.compareTo(most) > 0) {
        throw WrongValue.of(text, "write at most " + spelled(most));
      }
      if (duration.compareTo(least) < 0) {
        throw WrongValue.of(text, "write a time longer than 0");
      }
      return duration;
    };
  }

  /** Two durations, the shorter first; a single one stands for both. */
  static Range range(String text) throws WrongValue {
    int dash = text.indexOf('-');
    Duration least = parse(dash < 0 ? text : text.substring(0, dash), text);
    Duration most = dash < 0 ? least : parse(text.substring(dash + 1), text);
    if (least.compareTo(most) > 0) {
      throw WrongValue.of(text, "write the shorter time first");
    }
    if (most.compareTo(LONGEST) > 0) {
      throw WrongValue.of(text, "write at most " + spelled(LONGEST));
    }
    return new Range(least, most);
  }

  private static Duration parse(String part, String whole) throws WrongValue {
    Matcher matcher = DURATION.matcher(part.strip());
    if (!matcher.matches()) {
      String right =
          !part.equals(whole)
              ? "write both times with their units, such as 2s-5s"
              : BARE.matcher(part).matches()
                  ? "a time needs its unit: " + part + "s for seconds (or ms, m, h, d)"
                  : "write a time with its unit, such as 500ms, 300s, 5m, 2h or 90d";
      throw WrongValue.of(whole, right);
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static String spelled(Duration days) {
    return days.toDays() + "d";
  }
}
