package io.callsheet.asset;

import io.callsheet.model.MediaType;
import java.time.Duration;

/**
 * What the headers of a file say.
 *
 * @param width as shown, in pixels
 * @param height as shown, in pixels
 * @param length zero for an image
 * @param codec four characters; empty for an image, or if the file does not say
 */
record Shape(MediaType type, int width, int height, Duration length, String codec) {
  static Shape image(MediaType type, int width, int height) {
    return new Shape(type, width, height, Duration.ZERO, "");
  }
}
