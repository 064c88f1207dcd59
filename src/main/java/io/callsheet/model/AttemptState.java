package io.callsheet.model;

/** The life of one submission. */
public enum AttemptState {
  /** Durable before the POST. */
  INTENT,
  /** Proved not to have reached the service. */
  NOT_TAKEN,
  /** The service said no; free. */
  REFUSED,
  /** The service gave a task id. */
  ACCEPTED,
  /** It may have been taken. */
  DOUBT,
  /** The task ended well and is charged. */
  FINISHED,
  /** The task ended badly; free. */
  FAILED,
  /** A person gave it up; booked at the estimate. */
  WRITTEN_OFF;

  public boolean canBecome(AttemptState next) {
    return switch (this) {
      case INTENT -> next == NOT_TAKEN || next == REFUSED || next == ACCEPTED || next == DOUBT;
      case DOUBT -> next == ACCEPTED || next == NOT_TAKEN || next == WRITTEN_OFF;
      case ACCEPTED -> next == FINISHED || next == FAILED || next == WRITTEN_OFF;
      case NOT_TAKEN, REFUSED, FINISHED, FAILED, WRITTEN_OFF -> false;
    };
  }

  /** Whether credits are still held for it. A row has at most one such attempt. */
  public boolean isOpen() {
    return this == INTENT || this == ACCEPTED || this == DOUBT;
  }

  /** Whether a charge is booked for it. */
  public boolean isPaid() {
    return this == FINISHED || this == WRITTEN_OFF;
  }
}
