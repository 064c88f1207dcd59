package io.callsheet.manifest;

/**
 * What is wrong with one cell.
 *
 * @param column its header in the manifest; empty when the row as a whole is meant
 * @param value of the cell, shortened to be shown; never the query of an address
 * @param problem says what would be right
 */
public record CellProblem(String column, String value, String problem) {

  private static final int LONGEST_SHOWN = 60;

  public CellProblem {
    value = shown(value);
  }

  /** {@code orientation `vidoe`: did you mean `video`?}. */
  @Override
  public String toString() {
    String subject = column + (column.isEmpty() || value.isEmpty() ? "" : " ");
    String quoted = value.isEmpty() ? "" : "`" + value + "`";
    return subject + quoted + (subject.isEmpty() && quoted.isEmpty() ? "" : ": ") + problem;
  }

  /** The query of an address may be its signature. */
  private static String shown(String value) {
    String open = value.contains("://") ? value.replaceAll("(?s)[?#].*", "?…") : value;
    String plain = open.replaceAll("\\p{Cntrl}", " ");
    return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) + "…" : plain;
  }
}
