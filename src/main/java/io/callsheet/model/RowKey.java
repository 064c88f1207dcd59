package io.callsheet.model;

/**
 * The stable name of a row within its manifest.
 *
 * @param value not blank
 */
public record RowKey(String value) {
  public RowKey {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a row key is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
