package io.callsheet.manifest;

import java.util.List;

/**
 * The cells of one line of a file, or of one row of a sheet.
 *
 * @param line where it begins, counted from 1
 */
record TableRow(long line, List<String> cells) {

  TableRow {
    cells = List.copyOf(cells);
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
