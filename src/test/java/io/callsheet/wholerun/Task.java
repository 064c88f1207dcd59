package io.callsheet.wholerun;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An accepted request.
 *
 * @param ready when its end is told
 * @param failure why it fails; null if it will be a render
 */
record Task(String id, Submission asked, Instant ready, String failure, String moviePath) {

  BigDecimal price() {
    return Movie.price(asked.seconds(), asked.resolution());
  }

  Task readyAt(Instant other) {
    return new Task(id, asked, other, failure, moviePath);
  }
}
