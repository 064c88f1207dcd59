package io.callsheet.provider.vidgo;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** Says in a few words why there was no answer. */
final class Trouble {
  private Trouble() {}

  static String say(Throwable trouble) {
    if (among(trouble, UnresolvedAddressException.class)
        || among(trouble, UnknownHostException.class)) {
      return "the host's name cannot be resolved: check the address and the network";
    }
    if (among(trouble, HttpConnectTimeoutException.class)
        || among(trouble, ConnectTimeoutException.class)) {
      return "the host does not answer: no connection in time";
    }
    if (among(trouble, ConnectException.class) || among(trouble, NoRouteToHostException.class)) {
      return "the connection was refused: check the address and the network";
    }
    if (among(trouble, NoHttpResponseException.class)) {
      return "the service closed the connection without an answer";
    }
    if (among(trouble, ClientProtocolException.class)) {
      return "what came back is no HTTP";
    }
    String said = trouble.getMessage() == null ? "the connection broke" : trouble.getMessage();
    return among(trouble, SSLException.class) ? "TLS failed: " + said : said;
  }

  private static boolean among(Throwable trouble, Class<? extends Throwable> kind) {
    @Nullable Throwable cause = trouble;
    // A chain of causes may be a ring; no honest one is longer than this.
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (kind.isInstance(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
