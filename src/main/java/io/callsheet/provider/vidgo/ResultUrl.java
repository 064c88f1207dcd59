package io.callsheet.provider.vidgo;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the URL of a result file. */
final class ResultUrl {
  /** Characters that a URL must not hold as they are, yet that careless services leave in. */
  private static final Pattern CARELESS = Pattern.compile("[^\\x21-\\x7e]|[\"<>\\\\^`{|}]");

  /** What the ledger keeps; whoever names a file by more than that has not named it. */
  private static final int LONGEST = 100_000;

  private ResultUrl() {}

  /** Null where the text is no absolute web address, or one that nobody could keep. */
  static @Nullable URI parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String escaped =
        CARELESS
            .matcher(text.strip())
            .replaceAll(
                found ->
                    URLEncoder.encode(found.group(), StandardCharsets.UTF_8).replace("+", "%20"));
    try {
      URI url = new URI(escaped);
      boolean usable = isWeb(url) && url.getHost() != null && escaped.length() <= LONGEST;
      return usable ? url : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** For messages: without user, query and fragment. */
  static String shown(URI url) {
    String port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getScheme() + "://" + url.getHost() + port + url.getRawPath();
  }

  private static boolean isWeb(URI url) {
    return "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
  }
}
