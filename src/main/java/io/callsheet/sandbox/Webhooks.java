package io.callsheet.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells callback URLs of the end of their tasks: one POST, and three more after 1, 2 and 4 seconds
 * if it is not answered 2xx within 10 s (vidgo-api, Webhook). Forgotten when the sandbox stops.
 */
final class Webhooks implements AutoCloseable {
  private static final List<Duration> WAITS =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  private final ResultLinks links;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(new DaemonThreads("sandbox-webhooks"));
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(ANSWER_WITHIN)
          .build();

  Webhooks(ResultLinks links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  /** Sees to it that the task's callback URL, if it has one, is told of its end. */
  void watch(Task task) {
    URI callback = task.callback();
    if (callback != null) {
      Duration wait = Duration.between(clock.instant(), task.end());
      later(() -> send(task, callback, 0), wait);
    }
  }

  private void send(Task task, URI callback, int attempt) {
    Instant now = clock.instant();
    var body = Json.MAPPER.writeValueAsBytes(Answer.Json.ok(TaskData.of(task, now, links)).body());
    HttpRequest request =
        HttpRequest.newBuilder(callback)
            .timeout(ANSWER_WITHIN)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    var unused =
        client
            .sendAsync(request, HttpResponse.BodyHandlers.discarding())
            .handle((answer, problem) -> problem == null && answer.statusCode() / 100 == 2)
            .thenAccept(heard -> repeatUnless(heard, task, callback, attempt));
  }

  private void repeatUnless(boolean heard, Task task, URI callback, int attempt) {
    if (!heard && attempt < WAITS.size()) {
      later(() -> send(task, callback, attempt + 1), WAITS.get(attempt));
    }
  }

  private void later(Runnable work, Duration wait) {
    try {
      var unused = timer.schedule(work, Math.max(0, wait.toMillis()), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The sandbox is stopping, and what is not told by then is lost.
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
