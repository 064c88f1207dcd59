package io.callsheet.poll;

import io.callsheet.model.Rate;
import io.callsheet.model.Rounding;
import java.time.Duration;

/**
 * How tasks are asked for and what their end means.
 *
 * @param retries of failed, unpaid tasks of class provider
 * @param deadline after which a task is overdue
 */
public record PollSettings(Rate rate, Rounding rounding, int retries, Duration deadline) {}
