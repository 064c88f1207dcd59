package io.callsheet.cli;

import java.util.ArrayList;
import java.util.List;

/** Fits text to the lines of a screen. */
final class Wrap {
  /** Narrower columns are harder to read than what the screen does by itself. */
  private static final int NARROWEST = 20;

  private Wrap() {}

  /** At most {@code width} characters a line, broken between words where there are any. */
  static List<String> lines(String text, int width) {
    int most = Math.max(NARROWEST, width);
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\\R", -1)) {
      String left = paragraph.stripTrailing();
      while (left.length() > most) {
        int space = left.lastIndexOf(' ', most);
        int end = space > 0 && !left.substring(0, space).isBlank() ? space : whole(left, most);
        lines.add(left.substring(0, end).stripTrailing());
        left = left.substring(end).stripLeading();
      }
      lines.add(left);
    }
    return lines;
  }

  /** The text, or its beginning and an ellipsis. */
  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, whole(text, width - 1)) + "…";
  }

  /** The same for what may be a path: those of a job differ at their ends. */
  static String cutPath(String text, int width) {
    if (text.length() <= width || !text.contains("/") || text.contains(" ")) {
      return cut(text, width);
    }
    int from = text.length() - width + 1;
    return "…" + text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
  }

  /** Never in the middle of a character that takes two. */
  private static int whole(String text, int end) {
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }
}
