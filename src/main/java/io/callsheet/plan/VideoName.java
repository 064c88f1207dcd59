package io.callsheet.plan;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the template of video names, in a way that any file system takes. */
public final class VideoName {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  /** Between folders, as people of either world write it; a value has none. */
  private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

  /** A letter of a name that nobody sees may turn it round; but some scripts need joiners. */
  private static final Pattern UNSAFE =
      Pattern.compile("[:*?\"<>|\\p{Cc}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]|[\\p{Cf}&&[^\\u200c\\u200d]]");

  private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}.]+|[\\s\\p{Z}.]+$");

  private static final Pattern FILLING = Pattern.compile("[\\s_-]");

  /** Windows reserves them with any extension. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|clock\\$|(com|lpt)[1-9¹²³])");

  /** Of the 255 bytes of UTF-8 that a file name may have, with room for an ending of ours. */
  private static final int LONGEST_PART = 240;

  /** Of the thousand characters that the ledger keeps. */
  private static final int LONGEST_PATH = 960;

  private final List<Part> parts = new ArrayList<>();
  private final List<String> places;
  private final Map<String, Integer> columns = new TreeMap<>();

  /**
   * @param template a part of a path, with places that do not count as bytes
   * @param longest bytes of the whole part
   * @param longestValue bytes of each value in it: they all get the same room, so that a long one
   *     cannot push out the one that tells rows apart
   */
  private record Part(String template, int longest, int longestValue) {
    static Part of(String template, int longest) {
      int places = (int) PLACE.matcher(template).results().count();
      int room = longest - bytes(PLACE.matcher(template).replaceAll(""));
      return new Part(template, longest, Math.max(1, room / Math.max(1, places)));
    }
  }

  /**
   * @param header the manifest's columns, in the order of its cells
   */
  public VideoName(String template, List<String> header) {
    places = PLACE.matcher(template).results().map(place -> place.group(1)).distinct().toList();
    List<String> written =
        SEPARATOR
            .splitAsStream(template)
            .filter(part -> !part.isEmpty() && !part.equals("."))
            .toList();
    int longest = Math.min(LONGEST_PART, LONGEST_PATH / Math.max(1, written.size()));
    written.forEach(part -> parts.add(Part.of(part, longest)));
    for (int i = header.size() - 1; i >= 0; i--) {
      columns.put(normal(header.get(i)), i);
    }
  }

  /** The placeholders that name no column of this manifest. */
  public List<String> unknown() {
    return places.stream()
        .filter(name -> !normal(name).equals("rowkey") && !columns.containsKey(normal(name)))
        .toList();
  }

  /** A path below {@code videos/} with {@code /} between its parts; no part begins with a dot. */
  public String of(String rowKey, List<String> cells) {
    List<String> names = new ArrayList<>();
    for (Part part : parts) {
      Matcher matcher = PLACE.matcher(part.template());
      StringBuilder name = new StringBuilder();
      while (matcher.find()) {
        String value = safe(value(matcher.group(1), rowKey, cells), part.longestValue());
        matcher.appendReplacement(name, Matcher.quoteReplacement(value));
      }
      matcher.appendTail(name);
      // What is safe for itself need not be so beside other text: CO{number}, ..{ending}
      names.add(safe(name.toString(), part.longest()));
    }
    return names.isEmpty() ? "_" : String.join("/", names);
  }

  private String value(String place, String rowKey, List<String> cells) {
    if (normal(place).equals("rowkey")) {
      return rowKey;
    }
    Integer column = columns.get(normal(place));
    return column == null || column >= cells.size() ? "" : cells.get(column);
  }

  private static String safe(String text, int longest) {
    return isPlain(text) && text.length() <= longest && !isDevice(text)
        ? text
        : mended(text, longest);
  }

  /** As most names are: a plan asks for each row, and expressions cost more than all the rest. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inside = i > 0 && i < text.length() - 1;
      if ((c < 'a' || c > 'z')
          && (c < 'A' || c > 'Z')
          && (c < '0' || c > '9')
          && c != '-'
          && c != '_'
          && !(c == '.' && inside)) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isDevice(String text) {
    int dot = text.indexOf('.');
    return DEVICE.matcher((dot < 0 ? text : text.substring(0, dot)).strip()).matches();
  }

  private static String mended(String text, int longest) {
    // One spelling of é: some file systems would take two for one file, others not.
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String plain =
        SEPARATOR.matcher(UNSAFE.matcher(composed.strip()).replaceAll("_")).replaceAll("_");
    String bounded = trimmed(bounded(trimmed(plain), longest));
    // Last, for what is cut short may be one only then: CONSOLE
    if (isDevice(bounded)) {
      return "_" + trimmed(bounded(bounded, Math.max(1, longest - 1)));
    }
    return bounded.isEmpty() ? "_" : bounded;
  }

  private static String trimmed(String value) {
    return ENDS.matcher(value).replaceAll("");
  }

  private static String bounded(String value, int longest) {
    int end = 0;
    int bytes = 0;
    while (end < value.length()) {
      int letter = value.codePointAt(end);
      bytes += bytes(Character.toString(letter));
      if (bytes > longest) {
        break;
      }
      end += Character.charCount(letter);
    }
    return value.substring(0, end);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String normal(String column) {
    return FILLING.matcher(column.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
