package io.callsheet.asset.remote;

import java.time.Duration;

/**
 * How long a fetch may take.
 *
 * @param connect for a connection and its handshake
 * @param idle the longest silence
 * @param whole for one file, redirects included: 100 MB at 1.5 Mbit/s
 * @param tries of one file in all, where the trouble may pass
 * @param rest before the second try; before each later one it is four times as long
 */
record FetchLimits(Duration connect, Duration idle, Duration whole, int tries, Duration rest) {
  static final FetchLimits DEFAULT =
      new FetchLimits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofMinutes(10),
          3,
          Duration.ofSeconds(1));
}
