package io.callsheet.provider.vidgo;

import io.callsheet.provider.DownloadOutcome;
import io.callsheet.provider.DownloadOutcome.Broken;
import io.callsheet.provider.DownloadOutcome.Fetched;
import io.callsheet.provider.DownloadOutcome.Forbidden;
import io.callsheet.provider.DownloadOutcome.Gone;
import io.callsheet.provider.DownloadOutcome.NoRoom;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Fetches result files: without the key, and only from where {@link ResultUrlRule} lets it. */
final class ResultFetcher {
  private static final int MOST_REDIRECTS = 5;

  private final HttpClient client;
  private final ResultUrlRule rule;
  private final PlainWords words;
  private final Duration total;
  private final Duration idle;
  private final long largest;

  /**
   * @param total time for one file, redirects included
   * @param idle the longest silence
   * @param largest size that is taken, in bytes
   */
  ResultFetcher(
      HttpClient client,
      ResultUrlRule rule,
      PlainWords words,
      Duration total,
      Duration idle,
      long largest) {
    this.client = client;
    this.rule = rule;
    this.words = words;
    this.total = total;
    this.idle = idle;
    this.largest = largest;
  }

  DownloadOutcome fetch(URI file, Path target) {
    FileSink sink;
    try {
      sink = FileSink.create(target, largest);
    } catch (IOException e) {
      return noRoom(target, e);
    }
    DownloadOutcome outcome;
    try (sink) {
      outcome = follow(file, sink, target);
      if (outcome instanceof Fetched) {
        sink.force();
      }
    } catch (IOException e) {
      outcome = noRoom(target, e);
    }
    return outcome instanceof Fetched ? outcome : withoutRemains(outcome, target);
  }

  private DownloadOutcome follow(URI file, FileSink sink, Path target) {
    long deadline = System.nanoTime() + total.toNanos();
    URI place = file;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      DownloadOutcome objection = rule.objection(place);
      if (objection != null) {
        return objection;
      }
      HttpResponse<String> answer;
      try {
        answer = send(HttpRequest.newBuilder(place).GET().build(), sink, deadline);
      } catch (IOException e) {
        return failed(place, sink, target, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Broken(0, "interrupted");
      }
      URI next = isRedirect(answer.statusCode()) ? location(answer) : null;
      if (next == null) {
        return judged(answer, sink, place);
      }
      place = next;
    }
    return new Broken(0, ResultUrl.shown(file) + " redirects too often");
  }

  private HttpResponse<String> send(HttpRequest request, FileSink sink, long deadline)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> call;
    try {
      call = client.sendAsync(request, answer -> wanted(answer) ? sink : new BoundedBody(0));
    } catch (RejectedExecutionException e) {
      throw new IOException("this client is closed", e);
    }
    sink.moved();
    try {
      while (true) {
        long now = System.nanoTime();
        long wait = Math.min(deadline - now, sink.lastMoved() + idle.toNanos() - now);
        if (wait <= 0) {
          throw new HttpTimeoutException(
              deadline - now <= 0
                  ? "not complete within " + total.toSeconds() + " s"
                  : "not a byte for " + idle.toSeconds() + " s");
        }
        HttpResponse<String> answer = awaited(call, wait);
        if (answer != null) {
          return answer;
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException trouble ? trouble : new IOException(e.getCause());
    } finally {
      call.cancel(true);
    }
  }

  /** Null when the time is over; bytes may have come meanwhile. */
  private static @Nullable HttpResponse<String> awaited(
      CompletableFuture<HttpResponse<String>> call, long nanos)
      throws ExecutionException, InterruptedException {
    try {
      return call.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return null;
    }
  }

  private boolean wanted(HttpResponse.ResponseInfo answer) {
    return answer.statusCode() == 200
        && answer.headers().firstValueAsLong("Content-Length").orElse(0) <= largest;
  }

  private DownloadOutcome judged(HttpResponse<String> answer, FileSink sink, URI place) {
    int status = answer.statusCode();
    String shown = ResultUrl.shown(place);
    if (status == 403 || status == 404 || status == 410) {
      return new Gone(status, "%s is no longer served (%d)".formatted(shown, status));
    }
    if (status != 200) {
      return new Broken(status, "%s was answered with %d".formatted(shown, status));
    }
    long announced = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
    if (announced > largest) {
      return tooLarge(shown);
    }
    long received = sink.received();
    if (received == 0 || (announced >= 0 && announced != received)) {
      return new Broken(status, "%s sent %d of %d bytes".formatted(shown, received, announced));
    }
    return new Fetched(received);
  }

  private DownloadOutcome failed(URI place, FileSink sink, Path target, IOException trouble) {
    IOException disk = sink.diskTrouble();
    if (disk != null) {
      return noRoom(target, disk);
    }
    String shown = ResultUrl.shown(place);
    return sink.tooLarge()
        ? tooLarge(shown)
        : new Broken(0, words.clean(shown + ": " + Trouble.say(trouble)));
  }

  private DownloadOutcome tooLarge(String shown) {
    return new Forbidden("%s is larger than %d bytes: no result is".formatted(shown, largest));
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static @Nullable URI location(HttpResponse<String> answer) {
    try {
      return answer
          .headers()
          .firstValue("Location")
          .map(place -> answer.uri().resolve(place.strip()))
          .orElse(null);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static DownloadOutcome noRoom(Path target, IOException trouble) {
    return new NoRoom("cannot write " + target + ": " + trouble.getMessage());
  }

  private static DownloadOutcome withoutRemains(DownloadOutcome outcome, Path target) {
    try {
      Files.deleteIfExists(target);
      return outcome;
    } catch (IOException e) {
      return new NoRoom("cannot remove the half-written " + target + ": " + e.getMessage());
    }
  }
}
