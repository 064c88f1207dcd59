package io.callsheet.provider.vidgo;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes foreign text fit for a message: one line of at most 200 characters, without markup, without
 * the account's key and without the query of a URL, which may be a signature.
 */
final class PlainWords {
  private static final int LONGEST = 200;

  /** More than this is never looked at: the message is the beginning. */
  private static final int READ = 4000;

  private static final Pattern QUERY =
      Pattern.compile("(?i)(https?://[^\\s?#\"'<>]*)[?#][^\\s\"'<>]*");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

  private final String key;

  PlainWords(String key) {
    this.key = key;
  }

  String clean(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String beginning = text.substring(0, Math.min(READ, text.length()));
    String open = key.isEmpty() ? beginning : beginning.replace(key, "[key]");
    String bare = HtmlText.withoutTags(QUERY.matcher(open).replaceAll("$1"));
    return cut(UNPRINTABLE.matcher(bare).replaceAll(" ").strip());
  }

  private static String cut(String line) {
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = LONGEST - 1;
    // Half of a surrogate pair is no character.
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
