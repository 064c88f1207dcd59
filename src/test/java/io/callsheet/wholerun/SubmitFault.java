package io.callsheet.wholerun;

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
  /** Taken; the task fails later, unpaid. */
  TASK_FAILS
}
