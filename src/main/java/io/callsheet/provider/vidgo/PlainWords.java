package io.callsheet.provider.vidgo;

import io.callsheet.model.SignedUrls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

  private final String key;
  private final String escapedKey;

  PlainWords(String key) {
    this.key = key;
    this.escapedKey = URLEncoder.encode(key, StandardCharsets.UTF_8);
  }

  String clean(@Nullable String text) {
    if (text == null) {
      return "";
    }
    // Before anything is cut: half a key is a secret too.
    String open = withoutKey(text);
    String beginning = open.substring(0, Math.min(READ, open.length()));
    String bare = HtmlText.withoutTags(SignedUrls.hide(beginning));
    return cut(UNPRINTABLE.matcher(bare).replaceAll(" ").strip());
  }

  private String withoutKey(String text) {
    return key.isEmpty() ? text : text.replace(key, "[key]").replace(escapedKey, "[key]");
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
