package io.callsheet.poll;

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
    String origin, String model, Rate rate, Rounding rounding, int retries, Duration deadline) {}
