package io.callsheet.job;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The form of {@code videos}: a relative path with placeholders in single braces. */
final class VideoNames {

  static final String DEFAULT = "{row_key}.mp4";

  private static final Pattern BRACES = Pattern.compile("([^{}]|[{][^{}]*[^{}\\s][^{}]*[}])*+");
  private static final Pattern ABSOLUTE = Pattern.compile("(/|\\\\|[A-Za-z]:).*");

  private VideoNames() {}

  static String parse(String text) throws WrongValue {
    if (!BRACES.matcher(text).matches()) {
      throw WrongValue.of(text, "write each column in one pair of braces, such as " + DEFAULT);
    }
    if (ABSOLUTE.matcher(text).matches()) {
      throw WrongValue.of(text, "videos are named below the output folder: write a relative path");
    }
    if (Arrays.asList(text.split("[/\\\\]", -1)).contains("..")) {
      throw WrongValue.of(text, "`..` would lead out of the output folder");
    }
    if (text.isEmpty() || text.endsWith("/") || text.endsWith("\\")) {
      throw WrongValue.of(text, "the name of a file is missing at its end, such as " + DEFAULT);
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw WrongValue.of(text.strip(), "a file name has no line breaks or control characters");
    }
    return text;
  }
}
