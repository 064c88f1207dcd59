package io.callsheet.provider;

import io.callsheet.model.Credits;
import io.callsheet.model.FailureClass;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a status call told. Only {@link Finished} and {@link Failed} are verdicts. */
public sealed interface StatusOutcome {
  /** Still in the queue or rendering; also an unknown state word, and finished without files. */
  record Working(String word) implements StatusOutcome {}

  /**
   * The render is there.
   *
   * @param file where to fetch it
   * @param charged what the service says it cost, where it says so
   */
  record Finished(URI file, @Nullable Credits charged) implements StatusOutcome {}

  /** The task ended without a render; free. */
  record Failed(FailureClass failure, String message) implements StatusOutcome {}

  /** 429. */
  record Throttled(@Nullable Duration retryAfter) implements StatusOutcome {}

  /** 401 or 403. */
  record KeyRefused(int http, String message) implements StatusOutcome {}

  /**
   * The call failed; that says nothing about the render.
   *
   * @param http 0 where there was no answer
   */
  record NoAnswer(int http, String message) implements StatusOutcome {}
}
