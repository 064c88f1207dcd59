package io.callsheet.plan;

import java.time.Duration;

/**
 * How long rows will take to render.
 *
 * @param render what one takes
 */
public record Forecast(int submitsPerMinute, int maxInFlight, Duration render) {
  /**
   * How long so many rows take at best: the tighter of both limits, and the last row's own time.
   */
  public Duration of(long rows) {
    if (rows == 0) {
      return Duration.ZERO;
    }
    Duration submitted = Duration.ofMinutes(1).multipliedBy(rows).dividedBy(submitsPerMinute);
    Duration rendered = render.multipliedBy(rows).dividedBy(maxInFlight);
    return (submitted.compareTo(rendered) > 0 ? submitted : rendered).plus(render);
  }
}
