package io.callsheet.model;

import java.util.Arrays;
import java.util.List;

/** The columns of a manifest that mean something to us; all others are carried along. */
public enum StandardColumn {
  CHARACTER("character"),
  PERFORMANCE("performance"),
  ROW_KEY("row_key"),
  PROMPT("prompt"),
  ORIENTATION("orientation"),
  RESOLUTION("resolution"),
  CLIENT("client"),
  CAMPAIGN("campaign"),
  PRIORITY("priority"),
  REUSE("reuse");

  private final String word;

  StandardColumn(String word) {
    this.word = word;
  }

  /** The column's name in our files, and the name by which a job file speaks of it. */
  public String word() {
    return word;
  }

  /** Headers by which the column is known as well, where none has its own name. */
  public List<String> otherNames() {
    return switch (this) {
      case CHARACTER ->
          List.of(
              "image",
              "character image",
              "hero",
              "hero image",
              "picture",
              "photo",
              "character url",
              "image url");
      case PERFORMANCE ->
          List.of(
              "video",
              "performance video",
              "reference video",
              "driving video",
              "motion",
              "motion video",
              "clip",
              "performance url",
              "video url");
      case ROW_KEY -> List.of("custom_id", "id", "key");
      case CLIENT -> List.of("customer");
      default -> List.of();
    };
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(StandardColumn::word).toList();
  }
}
