package io.callsheet.provider.vidgo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks the service what costs nothing and may be asked twice, with the account's key, within bounds
 * of time and size, following nothing.
 *
 * <p>A question is asked by the thread that wants to know: there are some five of them a row, and a
 * client that hands each to threads of its own took twice the CPU.
 */
final class Questions implements AutoCloseable {
  private static final int LONGEST_ANSWER = 1 << 20;

  private final Account account;
  private final Connections connections;
  private final CallWatch watch;

  Questions(Account account, Duration connectTimeout) {
    this.account = account;
    this.connections = new Connections(account.at(""), connectTimeout);
    this.watch = new CallWatch(connections::dropIdle);
  }

  /**
   * Asks, a second time where a kept connection turns out to be dead, and waits for the whole
   * answer.
   *
   * @throws java.net.http.HttpTimeoutException if the answer is not complete when the limit is over
   * @throws IOException if there is no answer
   */
  Reply ask(String path, Duration limit) throws IOException, InterruptedException {
    HttpGet get = new HttpGet(account.at(path));
    get.setHeader("Authorization", account.authorization());
    get.setHeader("Accept", "application/json");
    get.setConfig(patience(limit));
    try (CallWatch.Call call = watch.begin(get, limit)) {
      call.check();
      try {
        ClassicHttpResponse answer = connections.open(get);
        return new Reply(answer.getCode(), headers(answer), text(answer, call));
      } catch (IOException | RuntimeException e) {
        call.check();
        throw e instanceof IOException trouble ? trouble : new IOException("the call broke", e);
      } finally {
        // Gives up a connection whose answer was not read to its end. To close the answer would
        // read the rest, and there may be no end of it.
        get.cancel();
      }
    }
  }

  @Override
  public void close() {
    watch.close();
    connections.close();
  }

  private static RequestConfig patience(Duration limit) {
    Timeout timeout = Timeout.of(limit);
    return RequestConfig.custom()
        .setResponseTimeout(timeout)
        .setConnectionRequestTimeout(timeout)
        .setConnectionKeepAlive(Connections.keptFor())
        .setAuthenticationEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  /**
   * The beginning of the body. One that is too long or breaks off ends with what there is of it:
   * the status line in front of it still counts, and half an answer is no valid JSON.
   */
  private static String text(ClassicHttpResponse answer, CallWatch.Call call)
      throws IOException, InterruptedException {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    HttpEntity body = answer.getEntity();
    if (body != null) {
      try {
        InputStream in = body.getContent();
        byte[] bytes = new byte[4096];
        for (int n = in.read(bytes); n >= 0 && taken.size() < LONGEST_ANSWER; n = in.read(bytes)) {
          taken.write(bytes, 0, Math.min(n, LONGEST_ANSWER - taken.size()));
        }
      } catch (IOException e) {
        call.check();
      }
    }
    return taken.toString(StandardCharsets.UTF_8);
  }

  private static HttpHeaders headers(ClassicHttpResponse answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : answer.getHeaders()) {
      if (!header.getName().isEmpty() && header.getValue() != null) {
        headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
      }
    }
    return HttpHeaders.of(headers, (name, value) -> true);
  }
}
