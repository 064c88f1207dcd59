package io.callsheet.model;

/** The two reference files of a row. */
public enum AssetRole {
  /** The image. */
  CHARACTER,
  /** The video. */
  PERFORMANCE;

  public String word() {
    return Words.of(this);
  }
}
