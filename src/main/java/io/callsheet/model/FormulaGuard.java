package io.callsheet.model;

/**
 * Keeps a spreadsheet from running a cell as a formula.
 *
 * <p>A cell that begins with any number of {@code '} and then one of {@code = + - @ tab CR} gets
 * one more {@code '} on export and loses one on import, so that {@code restore(protect(x))} is
 * {@code x} for every {@code x}.
 */
public final class FormulaGuard {

  private static final String STARTERS = "=+-@\t\r";

  private FormulaGuard() {}

  /** The cell as it is written to a file. */
  public static String protect(String cell) {
    return isFormulaAfter(quotes(cell), cell) ? "'" + cell : cell;
  }

  /** The cell as it was before it was written. */
  public static String restore(String cell) {
    int quotes = quotes(cell);
    return quotes > 0 && isFormulaAfter(quotes, cell) ? cell.substring(1) : cell;
  }

  private static int quotes(String cell) {
    int count = 0;
    while (count < cell.length() && cell.charAt(count) == '\'') {
      count++;
    }
    return count;
  }

  private static boolean isFormulaAfter(int quotes, String cell) {
    return quotes < cell.length() && STARTERS.indexOf(cell.charAt(quotes)) >= 0;
  }
}
