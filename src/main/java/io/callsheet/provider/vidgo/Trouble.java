package io.callsheet.provider.vidgo;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in a few words why there was no answer. */
final class Trouble {
  private Trouble() {}

  static String say(Throwable trouble) {
    if (among(trouble, UnresolvedAddressException.class)
        || among(trouble, UnknownHostException.class)) {
      return "the host's name cannot be resolved: check the address and the network";
    }
    if (among(trouble, HttpConnectTimeoutException.class)) {
      return "the host does not answer: no connection in time";
    }
    if (among(trouble, ConnectException.class)) {
      return "the connection was refused: check the address and the network";
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
