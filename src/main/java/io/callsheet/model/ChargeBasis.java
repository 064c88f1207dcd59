package io.callsheet.model;

/** How we know what a row cost. */
public enum ChargeBasis {
  /** The service said so. */
  PROVIDER,
  /** Seconds times the rate card. */
  COMPUTED,
  /** A written-off doubt: the estimate. */
  ASSUMED;

  public String word() {
    return Words.of(this);
  }
}
