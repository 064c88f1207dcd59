package io.callsheet.wholerun;

import java.time.Duration;

/** What goes wrong with a request for a render. */
enum SubmitFault {
  NONE,
  /** 429 with Retry-After. */
  THROTTLED,
  /** 500, and nothing was taken. */
  ERROR_BEFORE_TAKING,
  /** 500, and the request was taken. */
  ERROR_AFTER_TAKING,
  /** The request was taken; the connection ends without an answer. */
  DROPPED_AFTER_TAKING,
  /** Taken, and answered a second late. */
  SLOW,
  /** Taken; the task fails at once, unpaid, for no fault of the request. */
  TASK_FAILS,
  /** Taken; the task fails at once, unpaid, for what it asks. */
  TASK_VIOLATES_POLICY,
  /** 400, with the key and a path that we sent in the message. */
  REFUSED_WITH_ECHO,
  /** 500 with all that we sent for a body; nothing was taken. */
  ERROR_WITH_ECHO,
  /** Taken; the task fails at once and says the address that we sent, and the key. */
  TASK_FAILS_WITH_ECHO,
  /** Taken; the task does not end until all are made to. */
  TASK_STUCK;

  /** Why the task fails; null if it does not. */
  String failure() {
    return switch (this) {
      case TASK_FAILS -> "Render node went away";
      case TASK_VIOLATES_POLICY -> "The prompt violates our content policy";
      default -> null;
    };
  }

  Duration lasts(Duration usual) {
    return switch (this) {
      case TASK_FAILS, TASK_VIOLATES_POLICY, TASK_FAILS_WITH_ECHO -> Duration.ZERO;
      case TASK_STUCK -> Duration.ofDays(1);
      default -> usual;
    };
  }
}
