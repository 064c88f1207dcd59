package io.callsheet.provider;

import io.callsheet.model.FailureClass;
import io.callsheet.model.TaskId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a submission ended. Only {@link Accepted} can cost anything for certain; {@link InDoubt} may
 * have; all others are proved not to have been taken.
 */
public sealed interface SubmitOutcome {
  /** What was said, for a person; never holds a secret or a URL's query. */
  String message();

  /** The HTTP status, or 0 where there was none. */
  int http();

  /** The service will render it. */
  record Accepted(TaskId task, int http, String message) implements SubmitOutcome {}

  /** The service will never take this request: permanent and free. */
  record Refused(FailureClass failure, int http, String message) implements SubmitOutcome {}

  /**
   * Too fast or too many at once: not taken.
   *
   * @param retryAfter what the service asked for, if it did
   */
  record Throttled(@Nullable Duration retryAfter, int http, String message)
      implements SubmitOutcome {}

  /** 402: not taken; the run pauses. */
  record OutOfCredits(int http, String message) implements SubmitOutcome {}

  /** 401 or 403: not taken; the run pauses until the key is mended. */
  record KeyRefused(int http, String message) implements SubmitOutcome {}

  /** 404 or a redirect: not taken; the run pauses, for the address or the model is wrong. */
  record WrongAddress(int http, String message) implements SubmitOutcome {}

  /** No byte of the request can have reached the service. */
  record NotSent(String message) implements SubmitOutcome {
    @Override
    public int http() {
      return 0;
    }
  }

  /** It may have been taken. Never to be sent again by the machine. */
  record InDoubt(int http, String message) implements SubmitOutcome {}
}
