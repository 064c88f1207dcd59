package io.callsheet.model;

import java.util.Locale;
import java.util.Optional;

/** The two output resolutions of the service. */
public enum Resolution {
  P720("720p"),
  P1080("1080p");

  private final String word;

  Resolution(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static Optional<Resolution> find(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    for (Resolution resolution : values()) {
      if (resolution.word.equals(wanted)) {
        return Optional.of(resolution);
      }
    }
    return Optional.empty();
  }
}
