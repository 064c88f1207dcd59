package io.callsheet.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the template of video names, in a way that any file system takes. */
public final class VideoName {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");
  private static final Pattern ENDS = Pattern.compile("^[\\s.]+|[\\s.]+$");

  /** In bytes of UTF-8: two of them fit into the 255 that a file name may have. */
  private static final int LONGEST_VALUE = 120;

  private static final Set<String> RESERVED =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  private final String template;
  private final Map<String, Integer> columns = new TreeMap<>();

  /**
   * @param header the manifest's columns, in the order of its cells
   */
  public VideoName(String template, List<String> header) {
    this.template = template;
    for (int i = header.size() - 1; i >= 0; i--) {
      columns.put(normal(header.get(i)), i);
    }
  }

  /** The placeholders that name no column of this manifest. */
  public List<String> unknown() {
    return PLACE
        .matcher(template)
        .results()
        .map(match -> match.group(1))
        .filter(name -> !normal(name).equals("rowkey") && !columns.containsKey(normal(name)))
        .distinct()
        .toList();
  }

  /** A path below {@code videos/} with {@code /} between its parts. */
  public String of(String rowKey, List<String> cells) {
    Matcher matcher = PLACE.matcher(template);
    StringBuilder name = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          name, Matcher.quoteReplacement(safe(value(matcher.group(1), rowKey, cells))));
    }
    matcher.appendTail(name);
    return name.toString();
  }

  private String value(String place, String rowKey, List<String> cells) {
    if (normal(place).equals("rowkey")) {
      return rowKey;
    }
    Integer column = columns.get(normal(place));
    return column == null || column >= cells.size() ? "" : cells.get(column);
  }

  private static String safe(String value) {
    String plain = UNSAFE.matcher(value.strip()).replaceAll("_");
    String bounded = ENDS.matcher(bounded(ENDS.matcher(plain).replaceAll(""))).replaceAll("");
    if (bounded.isEmpty()) {
      return "_";
    }
    // Windows reserves them with any extension.
    String device = bounded.split("\\.", 2)[0].strip().toLowerCase(Locale.ROOT);
    return RESERVED.contains(device) ? "_" + bounded : bounded;
  }

  private static String bounded(String value) {
    int end = 0;
    int bytes = 0;
    while (end < value.length()) {
      int letter = value.codePointAt(end);
      bytes += Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LONGEST_VALUE) {
        break;
      }
      end += Character.charCount(letter);
    }
    return value.substring(0, end);
  }

  private static String normal(String column) {
    return column.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }
}
