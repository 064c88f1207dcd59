package io.callsheet.submit;

import java.time.Duration;

/**
 * The limits of submitting.
 *
 * @param origin of the service; task ids are unique within it
 * @param model the service's name of it
 * @param maxInFlight tasks that the service may have of us at once
 * @param urlLife how long the pre-signed URLs work
 * @param firstPoll after which a task is first asked for
 */
public record SubmitSettings(
    String origin, String model, int maxInFlight, Duration urlLife, Duration firstPoll) {}
