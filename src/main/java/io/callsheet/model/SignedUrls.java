package io.callsheet.model;

import java.util.regex.Pattern;

/** Takes out of foreign text what would let its reader act for us: queries and signatures. */
public final class SignedUrls {
  /** Also with the slashes as some writers of JSON escape them. */
  private static final Pattern QUERY =
      Pattern.compile("(?i)(https?:(?:\\\\?/){2}[^\\s?#\"'<>]*)[?#][^\\s\"'<>]*");

  /** Without an address in front, escaped, or as a header. */
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?i)(X-Amz-[a-z0-9-]+|Signature|Credential|Security-Token|AWSAccessKeyId)"
              + "[\"']?\\s*(?:[=:]|%3D|\\\\u003d)\\s*[\"']?[^\\s\"'<>&,;]+");

  private SignedUrls() {}

  /** The text without the queries of web addresses and without signatures wherever they stand. */
  public static String hide(String text) {
    return SIGNATURE.matcher(QUERY.matcher(text).replaceAll("$1")).replaceAll("$1=[hidden]");
  }
}
