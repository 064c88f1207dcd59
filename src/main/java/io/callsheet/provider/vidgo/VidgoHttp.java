package io.callsheet.provider.vidgo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with the account's key, within bounds of time and size, following nothing.
 *
 * <p>Paid requests have connections of their own. A broken server or proxy that sends more than one
 * answer to a request leaves bytes on the connection. Java's client drops what comes in one piece
 * with the answer, and closes a connection on which anything arrives while it rests or lies when it
 * is taken up again. What arrives later than that is the answer to the next request, as far as HTTP
 * goes: nobody could tell. On connections that only submits use, it is never an answer about a task
 * that was asked for; one that repeats a task leaves the row in doubt, for the ledger knows the
 * task. Only a connection for each submit, with a TLS handshake each, would rule out the rest: a
 * proxy that hands out the answers of others at the wrong moment.
 */
final class VidgoHttp implements AutoCloseable {
  private static final int LONGEST_ANSWER = 1 << 20;
  private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]+");

  static {
    // Java 17 keeps idle connections for 1200 s. One that was dropped meanwhile by a proxy or a
    // firewall looks like a lost response, and a lost response to a submit is a row in doubt. The
    // property is read once, when the first client of the process is made.
    if (System.getProperty("jdk.httpclient.keepalive.timeout") == null) {
      System.setProperty("jdk.httpclient.keepalive.timeout", "3");
    }
  }

  private final String base;
  private final String authorization;
  private final ExecutorService threads;
  private final HttpClient client;
  private final HttpClient paid;

  VidgoHttp(URI baseUrl, String key, Duration connectTimeout) {
    if (!HEADER_SAFE.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "The API key is empty or holds a character that no key has: set CALLSHEET_API_KEY again");
    }
    this.base = checked(baseUrl);
    this.authorization = "Bearer " + key;
    this.threads = Executors.newCachedThreadPool(VidgoHttp::daemon);
    this.client = client(connectTimeout);
    this.paid = client(connectTimeout);
  }

  private HttpClient client(Duration connectTimeout) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout)
        .executor(threads)
        .build();
  }

  /** For requests that must not carry the key. */
  HttpClient client() {
    return client;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", authorization)
        .header("Accept", "application/json");
  }

  /**
   * Sends once and waits for the whole answer.
   *
   * <p>The limit is kept here, not by {@link HttpRequest.Builder#timeout}: on Java 17 that one ends
   * with the headers, and a body that drips would hold the caller for ever.
   *
   * @throws HttpTimeoutException if the answer is not complete when the limit is over
   * @throws IOException if there is no answer
   */
  Reply send(HttpRequest request, Duration limit) throws IOException, InterruptedException {
    return send(client, request, limit);
  }

  /** The same for a request that costs money if it is taken. */
  Reply sendPaid(HttpRequest request, Duration limit) throws IOException, InterruptedException {
    return send(paid, request, limit);
  }

  private static Reply send(HttpClient client, HttpRequest request, Duration limit)
      throws IOException, InterruptedException {
    AtomicReference<HttpResponse.@Nullable ResponseInfo> begun = new AtomicReference<>();
    CompletableFuture<HttpResponse<String>> call;
    try {
      call =
          client.sendAsync(
              request,
              answer -> {
                begun.set(answer);
                return new BoundedBody(LONGEST_ANSWER);
              });
    } catch (RejectedExecutionException e) {
      throw new IOException("this client is closed", e);
    }
    try {
      HttpResponse<String> answer = call.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return new Reply(answer.statusCode(), answer.headers(), answer.body());
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no complete answer within " + limit.toSeconds() + " s");
    } catch (ExecutionException e) {
      HttpResponse.ResponseInfo head = begun.get();
      if (head != null && head.statusCode() / 100 == 4) {
        // The status line of a refusal says enough, however the connection ended after it.
        return new Reply(head.statusCode(), head.headers(), "");
      }
      throw e.getCause() instanceof IOException trouble
          ? trouble
          : new IOException("what came back is no HTTP", e.getCause());
    } finally {
      // Drops the connection when the wait ended early; changes nothing when the answer is there.
      call.cancel(true);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
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

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "vidgo-http");
    thread.setDaemon(true);
    return thread;
  }
}
