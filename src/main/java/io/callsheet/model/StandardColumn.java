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

  /** The header names by which the column is known; the first that is found counts. */
  public List<String> spellings() {
    return this == ROW_KEY ? List.of(word, "custom_id", "id") : List.of(word);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(StandardColumn::word).toList();
  }
}
