package io.callsheet.model;

/** What the plan says will be done with a row. */
public enum PlanAction {
  RENDER,
  REUSE,
  /** Not selected or held. */
  SKIP,
  REJECT,
  OVER_CAP;

  public String word() {
    return Words.of(this);
  }
}
