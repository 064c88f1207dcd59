package io.callsheet.wholerun;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service written from the contract alone, which knows nothing of Callsheet's own stand-in. It
 * fetches what it is sent, renders the performance itself, and remembers what it accepted.
 */
final class RecordingVidgo implements AutoCloseable {
  static final String KEY = "key-of-the-tests";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final TaskBook book;
  private final ResultFiles results;
  private final AtomicInteger submits = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private final CountDownLatch never = new CountDownLatch(1);
  private volatile Duration renderTime = Duration.ofMillis(300);
  private volatile BiFunction<Integer, Submission, SubmitFault> faults =
      (n, asked) -> SubmitFault.NONE;
  private volatile Watcher watcher = Watcher.NOBODY;

  RecordingVidgo(Path folder, long credits) throws IOException {
    book = new TaskBook(folder, credits);
    results = new ResultFiles(book, (moment, prompt) -> watcher.at(moment, prompt));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/api/generate/submit", guarded(this::submit));
    server.createContext("/api/generate/status/", guarded(this::status));
    server.createContext("/api/user/balance", guarded(this::balance));
    server.createContext("/files/", results);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  TaskBook book() {
    return book;
  }

  ResultFiles results() {
    return results;
  }

  int submits() {
    return submits.get();
  }

  /** All calls that need the key, whatever came of them. */
  int calls() {
    return calls.get();
  }

  void renderTime(Duration time) {
    renderTime = time;
  }

  /** Ends all renders that are under way, and later ones at once. */
  void renderNow() {
    renderTime = Duration.ZERO;
    book.end(Instant.now());
  }

  /**
   * @param chosen by the number of the submit, from 1, and by what it asks for
   */
  void faults(BiFunction<Integer, Submission, SubmitFault> chosen) {
    faults = chosen;
  }

  /** Called in the middle of the exchange, which waits for it. */
  void watch(Watcher other) {
    watcher = other;
  }

  private com.sun.net.httpserver.HttpHandler guarded(com.sun.net.httpserver.HttpHandler handler) {
    return exchange -> {
      calls.incrementAndGet();
      if (!("Bearer " + KEY).equals(key(exchange))) {
        refuse(exchange, 401, "authentication_error", "Invalid API key");
      } else {
        handler.handle(exchange);
      }
    };
  }

  private void submit(HttpExchange exchange) throws IOException {
    JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
    int n = submits.incrementAndGet();
    watcher.at(Moment.SUBMIT_RECEIVED, request.path("input").path("prompt").asString(""));
    Submission asked;
    try {
      asked = understand(request);
    } catch (IOException e) {
      refuse(exchange, 400, "validation_error", "a reference cannot be fetched: " + e);
      return;
    }
    SubmitFault fault = faults.apply(n, asked);
    if (fault == SubmitFault.THROTTLED) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      refuse(exchange, 429, "rate_limit_error", "Too many requests");
    } else if (fault == SubmitFault.ERROR_BEFORE_TAKING) {
      refuse(exchange, 500, "server_error", "Internal error");
    } else if (fault == SubmitFault.REFUSED_WITH_ECHO) {
      refuse(exchange, 400, "validation_error", "cannot read " + key(exchange) + path(request));
    } else if (fault == SubmitFault.ERROR_WITH_ECHO) {
      send(exchange, 500, Map.of("sent", request, "by", key(exchange)));
    } else if (fault == SubmitFault.TASK_FAILS_WITH_ECHO) {
      take(exchange, asked, fault, "no such file: " + image(request) + key(exchange));
    } else {
      take(exchange, asked, fault, fault.failure());
    }
  }

  private static URI image(JsonNode request) {
    return URI.create(request.path("input").path("image_urls").path(0).asString());
  }

  /** As a server's log has it. */
  private static String path(JsonNode request) {
    URI image = image(request);
    return " GET " + image.getRawPath() + "?" + image.getRawQuery();
  }

  private static String key(HttpExchange exchange) {
    return exchange.getRequestHeaders().getFirst("Authorization");
  }

  private void take(HttpExchange exchange, Submission asked, SubmitFault fault, String failure)
      throws IOException {
    Optional<Task> task = book.accept(asked, Instant.now().plus(fault.lasts(renderTime)), failure);
    if (task.isEmpty()) {
      refuse(exchange, 402, "insufficient_credits_error", "Not enough credits");
      return;
    }
    watcher.at(Moment.SUBMIT_ACCEPTED, asked.prompt());
    if (fault == SubmitFault.ERROR_AFTER_TAKING) {
      refuse(exchange, 500, "server_error", "Internal error");
      return;
    }
    if (fault == SubmitFault.DROPPED_AFTER_TAKING) {
      exchange.close();
      return;
    }
    if (fault == SubmitFault.SLOW) {
      rest(Duration.ofSeconds(1));
    }
    answer(
        exchange,
        200,
        Map.of("task_id", task.get().id(), "status", "not_started", "created_time", "2026-03-11"));
    watcher.at(Moment.SUBMIT_ANSWERED, asked.prompt());
  }

  private Submission understand(JsonNode request) throws IOException {
    JsonNode input = request.path("input");
    byte[] image = References.fetch(input.path("image_urls"));
    byte[] video = References.fetch(input.path("video_urls"));
    String sha256 = Movie.sha256(video);
    results.learn(sha256, video);
    return new Submission(
        Movie.sha256(image),
        sha256,
        input.path("character_orientation").asString(),
        input.path("resolution").asString("720p"),
        input.path("prompt").asString(""),
        Movie.seconds(video));
  }

  private void status(HttpExchange exchange) throws IOException {
    watcher.at(Moment.STATUS_ASKED, "");
    Optional<Task> task = book.find(last(exchange));
    if (task.isEmpty()) {
      refuse(exchange, 404, "resource_not_found_error", "No such task");
    } else if (task.get().ready().isAfter(Instant.now())) {
      answer(exchange, 200, Map.of("task_id", task.get().id(), "status", "running"));
    } else if (task.get().failure() != null) {
      answer(
          exchange,
          200,
          Map.of(
              "task_id", task.get().id(),
              "status", "failed",
              "error_message", task.get().failure()));
    } else {
      book.charge(task.get());
      answer(
          exchange,
          200,
          Map.of(
              "task_id", task.get().id(),
              "status", "finished",
              "progress", 100,
              "credits_amount", task.get().price(),
              "files",
                  java.util.List.of(
                      Map.of(
                          "file_url", url() + results.address(task.get()), "file_type", "video"))));
      watcher.at(Moment.FINISHED_TOLD, task.get().asked().prompt());
    }
  }

  private void balance(HttpExchange exchange) throws IOException {
    watcher.at(Moment.BALANCE_ASKED, "");
    answer(
        exchange,
        200,
        Map.of("email", "team@example.com", "credits_amount", book.balance(Instant.now())));
  }

  /** The same bytes each time, and others for every other content. */
  byte[] render(Submission asked) {
    return results.render(asked);
  }

  static String last(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void answer(HttpExchange exchange, int code, Map<String, Object> data)
      throws IOException {
    send(exchange, code, Map.of("code", code, "data", data));
  }

  private static void refuse(HttpExchange exchange, int code, String type, String message)
      throws IOException {
    send(exchange, code, Map.of("code", code, "error", Map.of("message", message, "type", type)));
  }

  private static void send(HttpExchange exchange, int code, Map<String, Object> body)
      throws IOException {
    byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private void rest(Duration time) {
    try {
      if (never.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("the server is closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    never.countDown();
    server.stop(0);
    threads.shutdownNow();
    book.close();
  }
}
