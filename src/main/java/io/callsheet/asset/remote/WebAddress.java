package io.callsheet.asset.remote;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A web address as people write it: with spaces and umlauts, but without anything that could make
 * one part pass for another.
 *
 * @param uri with all of that escaped
 */
record WebAddress(URI uri) {
  private static final Pattern PARTS =
      Pattern.compile("(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^\\[\\]:@]+)(:\\d*)?");
  private static final Pattern CARELESS =
      Pattern.compile("[^\\x21-\\x7e]|[\"<>\\\\^`{|}\\[\\]]|%(?![0-9a-fA-F]{2})");
  private static final Pattern NUMBER =
      Pattern.compile("(.*\\.)?(0[xX][0-9a-fA-F]*|\\d+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  /** Below lie mail, remote shells and the like, which no file is fetched from. */
  private static final int FIRST_FREE_PORT = 1024;

  private static final int LAST_PORT = 65_535;

  /** Whether somebody means a web address by this. */
  static boolean isOne(String reference) {
    return reference.strip().regionMatches(true, 0, "http://", 0, 7)
        || reference.strip().regionMatches(true, 0, "https://", 0, 8);
  }

  /**
   * Reads an address.
   *
   * @throws Refused if it is none, or one that is not to be asked
   */
  static WebAddress parse(String text) throws Refused {
    Matcher parts = PARTS.matcher(text.strip());
    if (!parts.matches()) {
      throw new Refused("is no web address; copy it anew from the browser");
    }
    String authority = parts.group(2);
    if (authority.contains("@")) {
      throw new Refused(
          "holds a user or password; use a link that needs none, or put the file under the asset"
              + " folder");
    }
    Matcher host = HOST.matcher(authority);
    if (!host.matches()) {
      throw new Refused("names no host; copy it anew from the browser");
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String port = port(host.group(2), scheme);
    String path = parts.group(3).isEmpty() ? "/" : parts.group(3);
    String query = parts.group(4) == null ? "" : parts.group(4);
    try {
      URI uri =
          new URI(scheme + "://" + host(host.group(1)) + port + escaped(path) + escaped(query));
      if (uri.getHost() == null) {
        throw new Refused("names no host; copy it anew from the browser");
      }
      return new WebAddress(uri);
    } catch (URISyntaxException e) {
      throw new Refused("is no web address; copy it anew from the browser");
    }
  }

  /**
   * Where a redirect leads.
   *
   * @throws Refused if it is not to be followed
   */
  WebAddress follow(String location) throws Refused {
    String text = location.strip();
    if (text.startsWith("//")) {
      text = uri.getScheme() + ":" + text;
    }
    WebAddress next;
    if (isOne(text)) {
      next = parse(text);
    } else if (text.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")) {
      throw new Refused("redirects to something that is no web address");
    } else {
      next = new WebAddress(uri.resolve(escaped(text)));
    }
    if (isSecure() && !next.isSecure()) {
      throw new Refused(
          "redirects from https to plain http (%s), which is never followed"
              .formatted(next.uri.getHost()));
    }
    return next;
  }

  boolean isSecure() {
    return uri.getScheme().equals("https");
  }

  private static String port(@Nullable String written, String scheme) throws Refused {
    if (written == null || written.length() == 1) {
      return "";
    }
    String digits = written.substring(1);
    int port = digits.length() > 5 ? LAST_PORT + 1 : Integer.parseInt(digits);
    boolean usual = port == (scheme.equals("https") ? 443 : 80);
    if (!usual && (port < FIRST_FREE_PORT || port > LAST_PORT)) {
      throw new Refused(
          "names port %s; files are fetched from the usual port, or from 1024 to 65535"
              .formatted(digits));
    }
    return usual ? "" : ":" + port;
  }

  private static String host(String written) throws Refused {
    if (written.startsWith("[")) {
      return written;
    }
    String name;
    try {
      name = IDN.toASCII(written).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new Refused("names no host; copy it anew from the browser");
    }
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (NUMBER.matcher(name).matches() && !DOTTED_QUAD.matcher(name).matches()) {
      throw new Refused("names its host by an odd number; write the host's name");
    }
    return name;
  }

  private static String escaped(String text) {
    return CARELESS
        .matcher(text)
        .replaceAll(
            found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8).replace("+", "%20"));
  }
}
