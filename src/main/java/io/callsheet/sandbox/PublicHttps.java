package io.callsheet.sandbox;

import io.callsheet.model.PublicAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * HTTPS to a public host (vidgo-api, Submit). Names are judged by their form; none is looked up, so
 * that a submit never waits for a name server.
 */
final class PublicHttps implements CallbackRule {
  private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]\\.?");
  private static final Pattern RESERVED =
      Pattern.compile("(.*\\.)?(localhost|local|internal|home\\.arpa|test|invalid|lan)\\.?");

  @Override
  public boolean allows(URI callback) {
    String host = callback.getHost();
    if (!"https".equalsIgnoreCase(callback.getScheme()) || host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[") || IPV4.matcher(name).matches()) {
      return isPublicAddress(name);
    }
    return NAME.matcher(name).matches() && !RESERVED.matcher(name).matches();
  }

  private static boolean isPublicAddress(String literal) {
    try {
      return PublicAddress.isPublic(InetAddress.getByName(literal));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
