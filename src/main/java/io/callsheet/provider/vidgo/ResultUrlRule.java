package io.callsheet.provider.vidgo;

import io.callsheet.model.PublicAddress;
import io.callsheet.provider.DownloadOutcome;
import io.callsheet.provider.DownloadOutcome.Broken;
import io.callsheet.provider.DownloadOutcome.Forbidden;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a result URL may lead: to https on a public address. Plain http, or a private address, only
 * where the service itself is reached so (promise 13).
 *
 * <p>The connection resolves the name once more. Java keeps an answer of the name service for 30 s
 * by default, so that it gets the one that was judged here.
 */
final class ResultUrlRule {
  /** A way from a name to all its addresses. */
  interface Names {
    List<InetAddress> resolve(String host) throws UnknownHostException;
  }

  static final Names DNS = host -> List.of(InetAddress.getAllByName(host));

  private final URI base;
  private final Names names;

  ResultUrlRule(URI base, Names names) {
    this.base = base;
    this.names = names;
  }

  /** Null where the URL may be fetched. */
  @Nullable DownloadOutcome objection(URI url) {
    String host = url.getHost();
    if (host == null) {
      return new Forbidden("the service named a result file by something that is no web address");
    }
    String shown = ResultUrl.shown(url);
    String scheme = scheme(url);
    if (!scheme.equals("https") && !(scheme.equals("http") && scheme(base).equals("http"))) {
      return new Forbidden("the result file at " + shown + " is not fetched: it is not https");
    }
    try {
      if (leadsInside(host) && !baseLeadsInside()) {
        return new Forbidden(
            "the result file at " + shown + " is not fetched: it is on a private address");
      }
      return null;
    } catch (UnknownHostException e) {
      return new Broken(0, "the host of " + shown + " cannot be resolved");
    }
  }

  private boolean leadsInside(String host) throws UnknownHostException {
    return !names.resolve(host).stream().allMatch(PublicAddress::isPublic);
  }

  private boolean baseLeadsInside() {
    try {
      return leadsInside(base.getHost());
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static String scheme(URI url) {
    return url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
  }
}
