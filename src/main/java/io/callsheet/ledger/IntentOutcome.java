package io.callsheet.ledger;

/** How writing down the intent to submit ended. */
public sealed interface IntentOutcome {
  /** It is durable, and its credits are reserved: the POST may go out. */
  record Begun(Attempt attempt) implements IntentOutcome {}

  /** The estimate does not fit under the cap any more; the row is NOT_RUN. */
  record OverCap() implements IntentOutcome {}

  /** We no longer own the run, or it is past submitting: nothing may be sent. */
  record Fenced(String why) implements IntentOutcome {}

  /** The row is no longer STAGED. */
  record Moved() implements IntentOutcome {}
}
