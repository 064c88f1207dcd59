package io.callsheet.provider.vidgo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gist of a proxy's error page: its title, or its first text. */
final class HtmlText {
  /** Beyond this a page has no gist. */
  private static final int READ = 4000;

  private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(script|style)\\b.*?</\\1>|<!--.*?-->");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^>]*>?");

  private HtmlText() {}

  /** Text that is no HTML comes back as it is, as far as it is read. */
  static String of(String text) {
    String beginning = text.substring(0, Math.min(READ, text.length()));
    Matcher title = TITLE.matcher(beginning);
    if (title.find() && !title.group(1).isBlank()) {
      return withoutTags(title.group(1));
    }
    return withoutTags(UNSEEN.matcher(beginning).replaceAll(" "));
  }

  static String withoutTags(String text) {
    return TAG.matcher(text).replaceAll(" ").strip();
  }
}
