package io.callsheet.provider.vidgo;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends paid requests with the account's key, within bounds of time and size, following nothing.
 *
 * <p>The client and its connections serve submits alone. A broken server or proxy that sends more
 * than one answer to a request leaves bytes on the connection. Java's client drops what comes in
 * one piece with the answer, and closes a connection on which anything arrives while it rests or
 * lies when it is taken up again. What arrives later than that is the answer to the next request,
 * as far as HTTP goes: nobody could tell. On connections that only submits use, it is never an
 * answer about a task that was asked for; one that repeats a task leaves the row in doubt, for the
 * ledger knows the task. Only a connection for each submit, with a TLS handshake each, would rule
 * out the rest: a proxy that hands out the answers of others at the wrong moment.
 */
final class VidgoHttp implements AutoCloseable {
  private static final int LONGEST_ANSWER = 1 << 20;

  private final Account account;
  private final HttpThreads threads;

  VidgoHttp(Account account, Duration connectTimeout) {
    this.account = account;
    this.threads = new HttpThreads("vidgo-submit", connectTimeout);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(account.at(path))
        .header("Authorization", account.authorization())
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
    AtomicReference<HttpResponse.@Nullable ResponseInfo> begun = new AtomicReference<>();
    CompletableFuture<HttpResponse<String>> call;
    try {
      call =
          threads
              .client()
              .sendAsync(
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
    threads.close();
  }
}
