package io.callsheet.asset.remote;

import io.callsheet.asset.remote.HostNames.NotPublic;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Fetches one file from the web, over redirects. */
final class WebFetch {
  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final WebClient client;
  private final Watch watch;
  private final boolean allowHttp;

  WebFetch(WebClient client, Watch watch, boolean allowHttp) {
    this.client = client;
    this.watch = watch;
    this.allowHttp = allowHttp;
  }

  /**
   * Brings the file to {@code target}.
   *
   * @param most bytes that are taken
   * @throws Refused if it cannot be had
   * @throws Passing if another try may help
   * @throws NoRoom if it cannot be written
   */
  void fetch(WebAddress address, long most, Path target) throws IOException {
    try (Watch.Guard guard = watch.begin()) {
      WebAddress place = address;
      for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
        checkScheme(place);
        WebAddress next = ask(place, most, target, guard);
        if (next == null) {
          return;
        }
        place = next;
      }
    }
    throw new Refused("redirects more than %d times".formatted(MOST_REDIRECTS));
  }

  private void checkScheme(WebAddress place) throws Refused {
    if (!place.isSecure() && !allowHttp) {
      throw new Refused(
          "is plain http; write https://, or set fetch: {allow-http: true} in the job file");
    }
  }

  /** Null when the file is there, else where to ask next. */
  private @Nullable WebAddress ask(WebAddress place, long most, Path target, Watch.Guard guard)
      throws IOException {
    HttpGet request = WebClient.request(place);
    guard.over(request::cancel);
    try (ClassicHttpResponse answer = client.open(request, place.uri())) {
      int status = answer.getCode();
      Header location = answer.getFirstHeader("Location");
      if (REDIRECTS.contains(status) && location != null) {
        return place.follow(String.valueOf(location.getValue()));
      }
      checkStatus(status);
      saveOrCancel(request, answer, most, target);
      return null;
    } catch (Refused | Passing | NoRoom e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw guard.isOut() ? new Passing(guard.said()) : inWords(place, e);
    }
  }

  private static void checkStatus(int status) throws IOException {
    if (status == 200) {
      return;
    }
    if (status == 404 || status == 410) {
      throw new Refused("is not there (%d); check the address".formatted(status));
    }
    if (status == 401 || status == 403) {
      throw new Refused(
          "may not be fetched (%d); the link needs a sign-in, or is no longer good"
              .formatted(status));
    }
    if (status == 408 || status == 429 || status >= 500) {
      throw new Passing("was answered with %d".formatted(status));
    }
    throw new Refused("was answered with %d instead of the file".formatted(status));
  }

  private static void saveOrCancel(
      HttpGet request, ClassicHttpResponse answer, long most, Path target) throws IOException {
    try {
      save(answer, most, target);
    } catch (IOException | RuntimeException e) {
      // Closing an answer reads it to its end, which may be without end.
      request.cancel();
      throw e;
    }
  }

  private static void save(ClassicHttpResponse answer, long most, Path target) throws IOException {
    HttpEntity body = answer.getEntity();
    if (body == null) {
      throw new Refused("is empty");
    }
    Header encoding = answer.getFirstHeader("Content-Encoding");
    if (encoding != null && !"identity".equalsIgnoreCase(encoding.getValue())) {
      throw new Refused(
          "comes packed (%s), which was not asked for".formatted(encoding.getValue()));
    }
    if (body.getContentType() != null
        && body.getContentType().toLowerCase(Locale.ROOT).startsWith("text/html")) {
      throw new Refused("leads to a web page, not to a file; use the link that downloads the file");
    }
    Received.check(body.getContentLength(), most);
    Received.save(body.getContent(), most, target);
  }

  private static IOException inWords(WebAddress place, Exception trouble) {
    String host = String.valueOf(place.uri().getHost());
    if (trouble instanceof NotPublic) {
      return new Refused("is not fetched: %s is no address of the public internet".formatted(host));
    }
    if (trouble instanceof UnknownHostException) {
      return new Passing("cannot be fetched: no host is called %s".formatted(host));
    }
    if (trouble instanceof SSLHandshakeException || trouble instanceof SSLPeerUnverifiedException) {
      return new Refused(
          "is not fetched: the certificate of %s is not valid for it".formatted(host));
    }
    if (trouble instanceof ConnectTimeoutException || trouble instanceof ConnectException) {
      return new Passing("cannot be fetched: %s takes no connection".formatted(host));
    }
    if (trouble instanceof SocketTimeoutException) {
      return new Passing("cannot be fetched: %s fell silent".formatted(host));
    }
    if (trouble instanceof SSLException) {
      return new Passing("cannot be fetched: the secure connection to %s broke".formatted(host));
    }
    return new Passing("cannot be fetched: the connection to %s broke".formatted(host));
  }
}
