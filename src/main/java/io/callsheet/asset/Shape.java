package io.callsheet.asset;

import io.callsheet.model.MediaType;
import java.time.Duration;

/**
 * What the headers of a file say.
 *
 * @param width as shown, in pixels
 * @param height as shown, in pixels
 * @param length zero for an image
 */
record Shape(MediaType type, int width, int height, Duration length) {
  static Shape image(MediaType type, int width, int height) {
    return new Shape(type, width, height, Duration.ZERO);
  }
}
