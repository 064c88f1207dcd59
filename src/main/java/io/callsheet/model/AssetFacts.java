package io.callsheet.model;

import java.time.Duration;

/**
 * What a reference file says about itself; its name is not asked.
 *
 * @param bytes size of the file
 * @param width as shown (after rotation), in pixels
 * @param height as shown, in pixels
 * @param length of a video, to the millisecond; zero for an image
 */
public record AssetFacts(
    Sha256 sha256, MediaType type, long bytes, int width, int height, Duration length) {}
