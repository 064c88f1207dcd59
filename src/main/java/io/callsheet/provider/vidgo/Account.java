package io.callsheet.provider.vidgo;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the service is asked, and with which key.
 *
 * @param base scheme, host and, where the service lives below one, a path; no slash at its end
 * @param authorization value of the header, which goes to {@code base} and nowhere else
 */
record Account(String base, String authorization) {
  private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]+");

  /**
   * @throws IllegalArgumentException if the address or the key cannot be used; the message never
   *     holds the key
   */
  static Account of(URI baseUrl, String key) {
    if (!HEADER_SAFE.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "The API key is empty or holds a character that no key has: set CALLSHEET_API_KEY again");
    }
    return new Account(checked(baseUrl), "Bearer " + key);
  }

  URI at(String path) {
    return URI.create(base + path);
  }

  @Override
  public String toString() {
    return base;
  }

  private static String checked(URI baseUrl) {
    String scheme = baseUrl.getScheme() == null ? "" : baseUrl.getScheme().toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (!web
        || baseUrl.getHost() == null
        || baseUrl.getRawQuery() != null
        || baseUrl.getRawFragment() != null
        || baseUrl.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "provider.base-url must look like https://api.vidgo.ai, without user, query or fragment");
    }
    return baseUrl.toString().replaceAll("/+$", "");
  }
}
