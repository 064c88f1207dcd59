package io.callsheet.model;

import java.time.Duration;

/**
 * How long a video is, against what it was made from.
 *
 * @param expected length of the performance
 */
public record RenderLength(Duration rendered, Duration expected) {
  /**
   * Encoders drop a frame or two, services cut to their own frame rate, and a reference's sound may
   * outlast its picture: less than half a second is none of a viewer's business.
   */
  public static final Duration TOLERANCE = Duration.ofMillis(500);

  /** Whether more than {@link #TOLERANCE} is missing. */
  public boolean isShort() {
    return expected.minus(rendered).compareTo(TOLERANCE) > 0;
  }
}
