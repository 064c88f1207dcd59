package io.callsheet.bench;

import java.time.Duration;
import java.util.List;

/**
 * How the stand-in service behaves.
 *
 * @param inFlight tasks that may render at once; a submit beyond them is answered 429
 * @param shortest render; times are spread evenly from here to {@code longest}
 * @param seed of the times: the nth accepted task takes equally long in every run
 */
record ServiceSettings(int inFlight, Duration shortest, Duration longest, long seed) {
  private static final int NO_LIMIT = 1_000_000;

  /** Renders of 1.5 to 2.5 s, as issue and promise measure them. */
  static ServiceSettings ofTwoSeconds(int inFlight) {
    return new ServiceSettings(inFlight, Duration.ofMillis(1500), Duration.ofMillis(2500), 9);
  }

  static ServiceSettings ofTwoSeconds() {
    return ofTwoSeconds(NO_LIMIT);
  }

  /** Renders that are done when asked for. */
  static ServiceSettings instant() {
    return new ServiceSettings(NO_LIMIT, Duration.ZERO, Duration.ZERO, 9);
  }

  List<String> arguments() {
    return List.of(
        Integer.toString(inFlight),
        Long.toString(shortest.toMillis()),
        Long.toString(longest.toMillis()),
        Long.toString(seed));
  }

  static ServiceSettings of(String... arguments) {
    return new ServiceSettings(
        Integer.parseInt(arguments[0]),
        Duration.ofMillis(Long.parseLong(arguments[1])),
        Duration.ofMillis(Long.parseLong(arguments[2])),
        Long.parseLong(arguments[3]));
  }
}
