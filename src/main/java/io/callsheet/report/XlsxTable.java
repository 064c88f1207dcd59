package io.callsheet.report;

import io.callsheet.model.FormulaGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The same rows as a workbook, for people whose spreadsheet shows a CSV in one column. */
final class XlsxTable implements Table {
  /** What the format takes, header included. */
  private static final int MOST_ROWS = 1_048_576;

  private static final int LONGEST_CELL = 32_767;
  private static final int FLUSH_EVERY = 1_000;
  private static final double NARROWEST = 9;
  private static final double WIDEST = 44;

  /** How much wider a title is, being bold. */
  private static final double BOLD = 1.2;

  private final WholeFile file;
  private final Workbook workbook;
  private final Worksheet sheet;
  private final double[] longest;
  private int next;

  XlsxTable(Path target, String name, List<String> header) throws IOException {
    this.file = new WholeFile(target);
    this.workbook = new Workbook(file.stream(), "Callsheet", "1.0");
    this.sheet = workbook.newWorksheet(name);
    this.longest = new double[header.size()];
    row(header);
    sheet.range(0, 0, 0, header.size() - 1).style().bold().fillColor("E8EDF3").set();
    sheet.freezePane(0, 1);
  }

  /** Wide enough for what stands in the rows so far; it is written before them. */
  private void widen() {
    for (int column = 0; column < longest.length; column++) {
      sheet.width(column, Math.min(WIDEST, Math.max(NARROWEST, longest[column] + 2)));
    }
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    if (next >= MOST_ROWS) {
      return;
    }
    double letter = next == 0 ? BOLD : 1;
    for (int column = 0; column < cells.size(); column++) {
      Object cell = cells.get(column);
      if (cell != null) {
        longest[column] = Math.max(longest[column], cell.toString().length() * letter);
      }
      if (cell instanceof Number number) {
        sheet.value(next, column, number);
      } else if (cell != null) {
        sheet.value(next, column, text(cell.toString()));
      }
    }
    next++;
    if (next % FLUSH_EVERY == 0) {
      if (next == FLUSH_EVERY) {
        widen();
      }
      sheet.flush();
    }
  }

  /** XML cannot hold most control characters, nor a cell more than so many. */
  private static String text(String cell) {
    String safe =
        FormulaGuard.protect(cell)
            .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
    return safe.length() > LONGEST_CELL ? safe.substring(0, LONGEST_CELL) : safe;
  }

  @Override
  public void finish() throws IOException {
    if (next < FLUSH_EVERY) {
      widen();
    }
    sheet.setAutoFilter(0, 0, next - 1, longest.length - 1);
    workbook.close();
    file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
