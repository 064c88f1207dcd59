package io.callsheet.manifest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Text as a workbook writes it. */
final class CellText {

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /** No database and no file in UTF-8 keeps them. */
  private static final Pattern NO_TEXT = Pattern.compile("[\\x00\\p{Cs}]");

  private CellText() {}

  /** The runs of a text up to the end tag, without what only says how to pronounce it. */
  static String rich(SafeXml xml, String end) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean spoken = false;
    for (String tag = xml.nextTag(); tag != null && !tag.equals(end); tag = xml.nextTag()) {
      if (tag.equals("t")) {
        String run = xml.text();
        text.append(spoken ? "" : run);
      } else if (tag.equals("rPh") || tag.equals("/rPh")) {
        spoken = tag.equals("rPh");
      }
    }
    return plain(text.toString());
  }

  /**
   * {@code _x000D_} stands for a character that XML cannot hold; for none, or half of one, it is �.
   */
  static String plain(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    String plain =
        ESCAPE
            .matcher(text)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    return NO_TEXT.matcher(plain).replaceAll("\uFFFD");
  }
}
