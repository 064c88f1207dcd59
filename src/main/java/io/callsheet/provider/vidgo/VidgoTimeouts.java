package io.callsheet.provider.vidgo;

import java.time.Duration;

/**
 * How long each kind of call may take, from its start to the last byte of the answer.
 *
 * @param connect until the connection stands, TLS not counted
 * @param download of a whole result file
 * @param downloadIdle the longest silence within a download
 */
public record VidgoTimeouts(
    Duration connect,
    Duration submit,
    Duration status,
    Duration balance,
    Duration download,
    Duration downloadIdle) {
  public static final VidgoTimeouts DEFAULT =
      new VidgoTimeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofMinutes(10),
          Duration.ofSeconds(30));
}
