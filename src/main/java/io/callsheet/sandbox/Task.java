package io.callsheet.sandbox;

import io.callsheet.model.Credits;
import io.callsheet.model.Resolution;
import io.callsheet.model.Sha256;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An accepted submit with its whole course, which is decided when it is taken: what a status call
 * says is a function of the task and the time.
 *
 * @param start when rendering begins; until then it waits in the queue
 * @param failure what the service will say when it fails; null: it will finish
 * @param price charged at the end, if it finishes
 * @param length of the performance, to the millisecond
 * @param cut length of the render, where that is shorter; null: it is as long
 */
record Task(
    String id,
    Instant created,
    Instant start,
    Instant end,
    @Nullable String failure,
    Credits price,
    Resolution resolution,
    Sha256 character,
    Sha256 performance,
    Duration length,
    @Nullable URI callback,
    @Nullable Duration cut) {

  /** How long the render is. */
  Duration rendered() {
    return cut == null ? length : cut;
  }

  /** The words of the contract (vidgo-api, Status). */
  String status(Instant now) {
    if (!now.isBefore(end)) {
      return failure == null ? "finished" : "failed";
    }
    return now.isBefore(start) ? "not_started" : "running";
  }

  boolean isFinished(Instant now) {
    return failure == null && !now.isBefore(end);
  }

  /** 0 to 100; 100 only when finished. */
  int progress(Instant now) {
    if (isFinished(now)) {
      return 100;
    }
    long whole = Math.max(1, Duration.between(start, end).toMillis());
    long done = Duration.between(start, now).toMillis();
    return (int) Math.max(0, Math.min(99, 100 * done / whole));
  }
}
