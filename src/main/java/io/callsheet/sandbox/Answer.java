package io.callsheet.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What goes back over the wire. */
sealed interface Answer {
  /**
   * A JSON body.
   *
   * @param retryAfter sent as {@code Retry-After}, in whole seconds
   */
  record Json(int status, Object body, @Nullable Duration retryAfter) implements Answer {
    static Json ok(Object data) {
      return new Json(200, new Reply(200, data), null);
    }

    /** The error body of the submit call. */
    static Json refused(int status, String type, String message) {
      return new Json(status, new SubmitError(status, new Cause(message, type)), null);
    }

    /** The error body of every other call. */
    static Json detail(int status, String message) {
      return new Json(status, new Detail(message), null);
    }

    Json retryAfter(Duration wait) {
      return new Json(status, body, wait);
    }
  }

  /**
   * A finished render.
   *
   * @param cut whether the connection breaks off in the middle of it
   */
  record Video(Path file, boolean cut) implements Answer {}

  /** The connection is cut without a byte. */
  record Hangup() implements Answer {}

  /** The frame of every good answer. */
  record Reply(int code, Object data) {}

  /** The frame of a refused submit. */
  record SubmitError(int code, Cause error) {}

  /** What was wrong. */
  record Cause(String message, String type) {}

  /** The frame of every other error. */
  record Detail(String detail) {}
}
