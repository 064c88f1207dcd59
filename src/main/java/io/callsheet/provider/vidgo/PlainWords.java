package io.callsheet.provider.vidgo;

import io.callsheet.model.SignedUrls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** The key in every way that an answer may write it. */
  private final List<String> keys;

  PlainWords(String key) {
    String inUrl = URLEncoder.encode(key, StandardCharsets.UTF_8);
    String inJson = key.replace("/", "\\/");
    this.keys = Stream.of(key, inUrl, inUrl.toLowerCase(Locale.ROOT), inJson).distinct().toList();
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

  /** For text that will be cut before it is {@link #clean cleaned}. */
  String withoutKey(String text) {
    String open = text;
    for (String key : keys) {
      open = key.isEmpty() ? open : open.replace(key, "[key]");
    }
    return open;
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
