package io.callsheet.model;

/**
 * The service's name for a task: opaque text (vidgo-api, Submit).
 *
 * @param value not blank
 */
public record TaskId(String value) {
  public TaskId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a task id is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
