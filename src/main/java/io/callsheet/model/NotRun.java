package io.callsheet.model;

/** Why a row was left out. */
public enum NotRun {
  NOT_SELECTED("left out by the selection"),
  OVER_CAP("does not fit under the cap"),
  HELD("its asset is held back"),
  DOUBT_ELSEWHERE("the same content is in doubt or overdue in another row"),
  ASSET_CHANGED("an asset changed after the plan was made"),
  SUPERSEDED("a newer run took over"),
  RENDER_GONE("the earlier render is gone or changed");

  private final String meaning;

  NotRun(String meaning) {
    this.meaning = meaning;
  }

  /** The word of the design: {@code over-cap}. */
  public String word() {
    return Words.of(this);
  }

  /** Half a sentence for a person. */
  public String meaning() {
    return meaning;
  }
}
