package io.callsheet.model;

import java.util.Optional;

/** Whose orientation the rendered character takes: that of its image or that of the performance. */
public enum Orientation {
  IMAGE,
  VIDEO;

  public String word() {
    return Words.of(this);
  }

  public static Optional<Orientation> find(String word) {
    return Words.find(Orientation.class, word);
  }
}
