package io.callsheet.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with a manifest, and what would be right.
 *
 * @param file which of several files of a manifest is meant; empty when there is only one
 * @param line of the file, or row of the sheet, counted from 1; 0 when the file as a whole is meant
 * @param column its header in the manifest; empty when the row as a whole is meant
 * @param value of the cell, shortened to be shown; never the query of an address
 * @param text what is wrong
 * @param fix what would be right; empty when the text says it
 */
public record Problem(
    String file, long line, String column, String value, String text, String fix) {

  private static final int LONGEST_SHOWN = 60;

  public Problem {
    value = shown(value);
  }

  /** Of the only file of a manifest. */
  public static Problem of(long line, String column, String value, String text, String fix) {
    return new Problem("", line, column, value, text, fix);
  }

  public Problem in(String otherFile) {
    return new Problem(otherFile, line, column, value, text, fix);
  }

  /** {@code orientation `vidoe`: no such value: did you mean `video`?}. */
  @Override
  public String toString() {
    String subject = column + (column.isEmpty() || value.isEmpty() ? "" : " ");
    String quoted = value.isEmpty() ? "" : "`" + value + "`";
    String colon = subject.isEmpty() && quoted.isEmpty() ? "" : ": ";
    return subject + quoted + colon + sentence();
  }

  /** All problems of a row in one line. */
  public static String together(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
  }

  /** What is wrong and what would be right. */
  public String sentence() {
    return text + (text.isEmpty() || fix.isEmpty() ? "" : ": ") + fix;
  }

  /** The query of an address may be its signature. */
  public static String shown(String value) {
    String open = value.contains("://") ? value.replaceAll("(?s)[?#].*", "?…") : value;
    String plain = open.replaceAll("\\p{Cntrl}", " ");
    return plain.length() > LONGEST_SHOWN ? cut(plain) : plain;
  }

  private static String cut(String text) {
    int end = Character.isHighSurrogate(text.charAt(LONGEST_SHOWN - 1)) ? 1 : 0;
    return text.substring(0, LONGEST_SHOWN - end) + "…";
  }
}
