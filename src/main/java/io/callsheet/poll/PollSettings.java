package io.callsheet.poll;

import io.callsheet.ledger.PollRow;
import io.callsheet.ledger.RenderKind;
import io.callsheet.model.Credits;
import io.callsheet.model.Rate;
import io.callsheet.model.Rounding;
import java.time.Duration;

/**
 * How tasks are asked for and what their end means.
 *
 * @param origin of the service, and {@code model} there: times are learned for both
 * @param retries of failed, unpaid tasks of class provider
 * @param deadline after which a task is overdue
 */
public record PollSettings(
    String origin, String model, Rate rate, Rounding rounding, int retries, Duration deadline) {

  RenderKind kind(PollRow row) {
    return RenderKind.of(origin, model, row.resolution(), row.expected());
  }

  /** What a finished row costs where the service does not say. */
  Credits computed(PollRow row) {
    return rate.price(row.expected(), row.resolution(), rounding);
  }
}
