package io.callsheet.model;

/** Who wants a row rendered although the same render may exist. */
public enum Anew {
  /** The manifest: {@code no} in the column {@code reuse}. */
  COLUMN("reuse: no"),
  /** The operator: {@code redrive --force} of a row that has a video. */
  FORCE("redrive --force");

  private final String meaning;

  Anew(String meaning) {
    this.meaning = meaning;
  }

  /** As the plan gives it for a reason. */
  public String meaning() {
    return meaning;
  }
}
