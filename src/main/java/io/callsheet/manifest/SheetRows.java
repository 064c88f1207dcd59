package io.callsheet.manifest;

import io.callsheet.model.FormulaGuard;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, each cell as it is shown there; rows that were left out are blank lines. */
final class SheetRows implements TableRows {

  /** Excel has no column beyond XFD. */
  private static final int MOST_COLUMNS = 16_384;

  private final String named;
  private final Workbook workbook;
  private final SafeXml xml;
  private final SharedStrings texts;
  private final CellFormats formats;
  private long line;

  SheetRows(
      String named, Workbook workbook, SafeXml xml, SharedStrings texts, CellFormats formats) {
    this.named = named;
    this.workbook = workbook;
    this.xml = xml;
    this.texts = texts;
    this.formats = formats;
  }

  @Override
  public @Nullable TableRow next() throws ManifestUnreadable, IOException {
    try {
      xml.inOrder();
      for (String tag = xml.nextTag(); tag != null; tag = xml.nextTag()) {
        if (tag.equals("/sheetData")) {
          return null;
        }
        if (tag.equals("row")) {
          line = Math.max(line + 1, number(xml.attribute("r", ""), line + 1));
          return new TableRow(line, cells());
        }
      }
      return null;
    } catch (BoundedStream.TooLarge | EOFException | ZipException | XMLStreamException e) {
      throw unreadable(named, line, e);
    }
  }

  private List<String> cells() throws IOException, XMLStreamException, ManifestUnreadable {
    List<String> cells = new ArrayList<>();
    for (String tag = xml.nextTag(); tag != null && !tag.equals("/row"); tag = xml.nextTag()) {
      if (tag.equals("c")) {
        int column = column(xml.attribute("r", ""), cells.size());
        if (column >= MOST_COLUMNS) {
          throw damaged(named, line);
        }
        while (cells.size() < column) {
          cells.add("");
        }
        String text = FormulaGuard.restore(cell());
        if (column < cells.size()) {
          cells.set(column, text);
        } else {
          cells.add(text);
        }
      }
    }
    return cells;
  }

  /** Of a formula the value that it had when the file was saved. */
  private String cell() throws IOException, XMLStreamException {
    String type = xml.attribute("t", "n");
    int style = (int) number(xml.attribute("s", ""), 0);
    String value = "";
    for (String tag = xml.nextTag(); tag != null && !tag.equals("/c"); tag = xml.nextTag()) {
      if (tag.equals("v")) {
        value = xml.text();
      } else if (tag.equals("is")) {
        value = CellText.rich(xml, "/is");
      }
    }
    return switch (type) {
      case "s" -> texts.get((int) number(value.strip(), -1));
      case "str" -> CellText.plain(value);
      case "b" -> value.strip().equals("1") ? "TRUE" : "FALSE";
      case "n" -> value.isBlank() ? "" : formats.shown(value.strip(), style);
      default -> value;
    };
  }

  /** {@code AB12} is 27; without a name the cell follows the last one. */
  private static int column(String name, int next) {
    int column = 0;
    for (int i = 0; i < name.length() && column <= MOST_COLUMNS; i++) {
      char letter = name.charAt(i);
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = column * 26 + letter - 'A' + 1;
    }
    return column == 0 ? next : column - 1;
  }

  private static long number(String text, long fallback) {
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : fallback;
  }

  static ManifestUnreadable unreadable(String named, long line, Exception e) {
    Throwable cause =
        e instanceof XMLStreamException xml && xml.getNestedException() != null
            ? xml.getNestedException()
            : e;
    return cause instanceof BoundedStream.TooLarge
        ? new ManifestUnreadable(
            named,
            line,
            "expands to " + cause.getMessage() + ", which is no manifest",
            TableFile.ADVICE)
        : damaged(named, line);
  }

  private static ManifestUnreadable damaged(String named, long line) {
    return new ManifestUnreadable(
        named,
        line,
        "is a damaged workbook, or holds what no spreadsheet program writes",
        "open it in one and save it again as .xlsx, or as CSV (UTF-8)");
  }

  @Override
  public void close() throws IOException {
    try (workbook;
        texts;
        xml) {
      line = 0;
    }
  }
}
