package io.callsheet.report;

import io.callsheet.model.FormulaGuard;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The same rows as a workbook, for people whose spreadsheet shows a CSV in one column. Rows that do
 * not fit on a sheet stand on further ones.
 */
final class XlsxTable implements Table {
  /** What the format takes, header included. */
  private static final int MOST_ROWS = 1_048_576;

  private static final int LONGEST_CELL = 32_767;
  private static final int FLUSH_EVERY = 1_000;
  private static final double NARROWEST = 9;
  private static final double WIDEST = 44;
  private static final String TIME = "yyyy-mm-dd hh:mm:ss \"UTC\"";

  /** How much wider a title is, being bold and with an arrow for the filter. */
  private static final double BOLD = 1.2;

  private static final int ARROW = 2;

  /** Spreadsheets read it as a character's number: {@code _x0041_} is an A. */
  private static final Pattern NUMBER = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  /** XML cannot hold most control characters, nor half a character. */
  private static final Pattern UNWRITABLE =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]");

  private static final int MOST_ON_A_PAGE = 16;

  private final WholeFile file;
  private final Workbook workbook;
  private final String name;
  private final List<String> header;
  private final int mostRows;
  private final double[] longest;
  private Worksheet sheet;
  private int sheets;
  private int next;
  private int lastRow;

  XlsxTable(Path target, String name, List<String> header) throws IOException {
    this(target, name, header, MOST_ROWS);
  }

  /**
   * @param mostRows of a sheet, its header included
   */
  XlsxTable(Path target, String name, List<String> header, int mostRows) throws IOException {
    this.file = new WholeFile(target);
    this.workbook = new Workbook(file.stream(), "Callsheet", "1.0");
    // What every spreadsheet program has, so that titles and cells are of one kind.
    workbook.setGlobalDefaultFont("Arial", 10);
    this.name = name;
    this.header = header;
    this.mostRows = mostRows;
    this.longest = new double[header.size()];
    this.sheet = begin();
  }

  private Worksheet begin() {
    sheets++;
    next = 1;
    lastRow = 0;
    Worksheet begun = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
    for (int column = 0; column < header.size(); column++) {
      String title = header.get(column);
      longest[column] = Math.max(longest[column], title.length() * BOLD + ARROW);
      begun.value(0, column, text(title));
    }
    begun.range(0, 0, 0, header.size() - 1).style().bold().fillColor("E8EDF3").set();
    begun.freezePane(0, 1);
    forPaper(begun);
    return begun;
  }

  /** The same header on each page, and a page as wide as the table if that can still be read. */
  private void forPaper(Worksheet sheet) {
    sheet.pageOrientation("landscape");
    sheet.repeatRows(0);
    if (header.size() > MOST_ON_A_PAGE) {
      return;
    }
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    if (next == mostRows) {
      end();
      sheet.finish();
      sheet = begin();
    }
    put(cells);
    lastRow = next;
    next++;
    if (next % FLUSH_EVERY == 0) {
      if (next == FLUSH_EVERY) {
        widen();
      }
      sheet.flush();
    }
  }

  /** Below a line, in bold; the filter leaves it where it is. */
  @Override
  public void total(List<? extends @Nullable Object> cells) throws IOException {
    for (int column = 0; column < cells.size(); column++) {
      sheet.style(next, column).bold().borderStyle(BorderSide.TOP, BorderStyle.THIN).set();
    }
    put(cells);
  }

  private void put(List<? extends @Nullable Object> cells) {
    for (int column = 0; column < cells.size(); column++) {
      Object cell = cells.get(column);
      if (cell != null) {
        put(column, cell);
      }
    }
  }

  private void put(int column, Object cell) {
    String shown = cell.toString();
    if (next == 1 && cell instanceof Number) {
      sheet.style(0, column).horizontalAlignment("right").indent(1).set();
    }
    if (cell instanceof BigDecimal number) {
      sheet.value(next, column, number);
      form(column, NumberForm.of(header.get(column), number));
    } else if (cell instanceof Number number) {
      sheet.value(next, column, number);
      form(column, NumberForm.WHOLE);
    } else if (cell instanceof Instant instant) {
      sheet.value(next, column, instant.atOffset(ZoneOffset.UTC).toLocalDateTime());
      sheet.style(next, column).format(TIME).set();
      shown = "2026-11-22 20:00:00 UTC";
    } else {
      write(column, text(shown));
    }
    longest[column] = Math.max(longest[column], shown.length());
  }

  /**
   * In its cell: of a value the workbook would keep the text until its end. But only there are
   * spaces at its ends safe.
   */
  private void write(int column, String text) {
    if (text.equals(text.strip())) {
      sheet.inlineString(next, column, text);
    } else {
      sheet.value(next, column, text);
    }
  }

  /** Text may stand to the right of it. */
  private void form(int column, String format) {
    sheet.style(next, column).format(format).horizontalAlignment("right").indent(1).set();
  }

  /** Wide enough for what stands in the rows so far; it is written before them. */
  private void widen() {
    for (int column = 0; column < longest.length; column++) {
      sheet.width(column, Math.min(WIDEST, Math.max(NARROWEST, longest[column] + 1)));
    }
  }

  /** The last that is known of a sheet. */
  private void end() {
    if (next < FLUSH_EVERY) {
      widen();
    }
    sheet.setAutoFilter(0, 0, lastRow, longest.length - 1);
  }

  /** A cell cannot hold more than so many characters. */
  private static String text(String cell) {
    String guarded = FormulaGuard.protect(cell);
    String safe = guarded;
    if (!isHarmless(guarded)) {
      String plain = NUMBER.matcher(guarded).replaceAll("_x005F_");
      safe = UNWRITABLE.matcher(plain).replaceAll("\uFFFD");
    }
    if (safe.length() <= LONGEST_CELL) {
      return safe;
    }
    int end = LONGEST_CELL - 1;
    return safe.substring(0, Character.isHighSurrogate(safe.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** As nearly all are: to look with expressions took a third of the time of a workbook. */
  private static boolean isHarmless(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= Character.MIN_SURROGATE) {
        return false;
      }
    }
    return !text.contains("_x");
  }

  @Override
  public void finish() throws IOException {
    end();
    workbook.close();
    file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
