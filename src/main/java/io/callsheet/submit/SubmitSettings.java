package io.callsheet.submit;

import java.time.Duration;

/**
 * The limits of submitting.
 *
 * @param origin of the service; task ids are unique within it
 * @param model the service's name of it
 * @param urlLife how long the pre-signed URLs work
 */
public record SubmitSettings(String origin, String model, Duration urlLife) {}
