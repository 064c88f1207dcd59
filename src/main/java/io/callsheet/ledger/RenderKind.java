package io.callsheet.ledger;

import io.callsheet.model.Resolution;
import java.time.Duration;

/**
 * Renders that take about as long as each other.
 *
 * @param origin of the service
 * @param model the service's name of it
 * @param upTo length of the performance in seconds, rounded up to the end of its class
 */
public record RenderKind(String origin, String model, Resolution resolution, int upTo) {
  private static final int[] CLASSES = {5, 10, 15, 20, 30};

  /** The kind of a row whose performance has this length. */
  public static RenderKind of(String origin, String model, Resolution resolution, Duration length) {
    for (int upTo : CLASSES) {
      if (length.compareTo(Duration.ofSeconds(upTo)) <= 0) {
        return new RenderKind(origin, model, resolution, upTo);
      }
    }
    return new RenderKind(origin, model, resolution, 60);
  }
}
