package io.callsheet.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * Shows the numbers of a workbook as its sheets do: {@code 00123}, {@code 1.50}, {@code
 * 24.12.2026}. Where the look depends on the reader's country, it is {@code 1.5} and {@code
 * 2026-12-24}.
 */
final class CellFormats {

  private static final String GENERAL = "General";

  /** The format of a date for which each country has its own form. */
  private static final int LOCAL_DATE = 14;

  private static final int LOCAL_DATE_AND_TIME = 22;

  /** Excel takes no longer ones. */
  private static final int LONGEST_FORMAT = 255;

  private static final int MOST_STYLES = 65_536;

  /** What Excel keeps of a number. */
  private static final MathContext DIGITS = new MathContext(15);

  private final boolean from1904;
  private final DataFormatter formatter = new DataFormatter(Locale.US);
  private final Map<Integer, String> own = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();

  /**
   * @param part of the styles; null when the workbook has none
   */
  CellFormats(@Nullable InputStream part, boolean from1904) throws IOException, XMLStreamException {
    this.from1904 = from1904;
    if (part == null) {
      return;
    }
    try (SafeXml xml = new SafeXml(part)) {
      boolean cells = false;
      for (String tag = xml.nextTag(); tag != null; tag = xml.nextTag()) {
        switch (tag) {
          case "numFmt" -> own.put(number(xml, "numFmtId"), xml.attribute("formatCode", GENERAL));
          case "cellXfs" -> cells = true;
          case "/cellXfs" -> cells = false;
          case "xf" -> {
            if (cells && styles.size() < MOST_STYLES) {
              styles.add(number(xml, "numFmtId"));
            }
          }
          default -> {}
        }
      }
    }
  }

  /**
   * @param raw the number as the file holds it
   * @param style index of the cell's style
   */
  String shown(String raw, int style) {
    double value;
    try {
      value = Double.parseDouble(raw);
    } catch (NumberFormatException e) {
      return raw;
    }
    int id = style >= 0 && style < styles.size() ? styles.get(style) : 0;
    String format = own.getOrDefault(id, BuiltinFormats.getBuiltinFormat(id));
    if (format == null || format.equals(GENERAL) || format.length() > LONGEST_FORMAT) {
      return plain(raw);
    }
    try {
      return formatted(value, id, format);
    } catch (RuntimeException e) {
      return plain(raw); // A format that no program of today would have written.
    }
  }

  private String formatted(double value, int id, String format) {
    boolean local = (id == LOCAL_DATE || id == LOCAL_DATE_AND_TIME) && !own.containsKey(id);
    if (local && DateUtil.isValidExcelDate(value)) {
      var time = DateUtil.getLocalDateTime(value, from1904, true);
      boolean day = id == LOCAL_DATE || time.toLocalTime().equals(LocalTime.MIDNIGHT);
      return day ? time.toLocalDate().toString() : time.toLocalDate() + " " + time.toLocalTime();
    }
    return formatter.formatRawCellContents(value, id, format, from1904).strip();
  }

  /** In full: an article number of 13 digits is never meant to read 4.00638E+12. */
  private static String plain(String raw) {
    try {
      BigDecimal rounded = new BigDecimal(raw).round(DIGITS).stripTrailingZeros();
      boolean short_ = Math.abs(rounded.precision() - rounded.scale()) <= 20;
      return short_ ? rounded.toPlainString() : rounded.toString();
    } catch (NumberFormatException e) {
      return raw;
    }
  }

  private static int number(SafeXml xml, String attribute) {
    try {
      return Integer.parseInt(xml.attribute(attribute, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
