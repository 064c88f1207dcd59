package io.callsheet.model;

/** The kinds of entries in the credit book, which is only ever added to. */
public enum CreditKind {
  /** Held when the intent becomes durable. */
  RESERVE,
  /** Given back unspent. */
  RELEASE,
  /** The reserve becomes a charge. */
  SETTLE,
  /** Late knowledge about an attempt that was closed before. */
  ADJUST
}
