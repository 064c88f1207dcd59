package io.callsheet.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines whose cells stand below each other. */
final class Grid {
  private final String alignment;
  private final List<List<String>> lines = new ArrayList<>();

  /**
   * @param alignment a letter for each column: {@code l} or {@code r}
   */
  Grid(String alignment) {
    this.alignment = alignment;
  }

  /** Cells that are left out at the end of a line are empty. */
  void line(String... cells) {
    lines.add(List.of(cells));
  }

  /** Without spaces at their ends. */
  List<String> lines() {
    int[] widths = new int[alignment.length()];
    for (List<String> line : lines) {
      for (int column = 0; column < line.size(); column++) {
        widths[column] = Math.max(widths[column], width(line.get(column)));
      }
    }
    return lines.stream().map(line -> joined(line, widths)).toList();
  }

  private String joined(List<String> line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < line.size(); column++) {
      String cell = line.get(column);
      String space = " ".repeat(widths[column] - width(cell));
      text.append("  ").append(alignment.charAt(column) == 'r' ? space + cell : cell + space);
    }
    return text.toString().stripTrailing();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
