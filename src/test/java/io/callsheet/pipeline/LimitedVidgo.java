package io.callsheet.pipeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service on a real socket with limits that it tells nobody, and a log of what came when. */
final class LimitedVidgo implements AutoCloseable {
  /** As many calls as a service that counts by the second lets pass at once. */
  private static final double BUCKET = 8;

  private static final long RENDER_NANOS = 300_000_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final byte[] video = Files.readAllBytes(Path.of("samples/problems/files/blink.mp4"));
  private final List<Arrival> log = new ArrayList<>();
  private final Map<String, Long> ends = new HashMap<>();
  private final Limits limits;
  private double tokens = BUCKET;
  private long filled = System.nanoTime();

  /**
   * @param perSecond submissions that it takes
   * @param atOnce tasks that it bears
   * @param retryAfter whether a refusal says how long to wait
   */
  record Limits(double perSecond, int atOnce, boolean retryAfter) {}

  /**
   * A submission as it came in.
   *
   * @param at {@link System#nanoTime}
   * @param open tasks that rendered then
   */
  record Arrival(long at, String prompt, boolean taken, int open) {}

  LimitedVidgo(Limits limits) throws IOException {
    this.limits = limits;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/api/generate/submit", this::submit);
    server.createContext("/api/generate/status/", this::status);
    server.createContext(
        "/api/user/balance", call -> answer(call, Map.of("credits_amount", 100_000)));
    server.createContext("/files/", call -> send(call, 200, video));
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** All submissions since the last call, in the order in which they came. */
  synchronized List<Arrival> arrivals() {
    List<Arrival> seen = List.copyOf(log);
    log.clear();
    return seen;
  }

  private void submit(HttpExchange call) throws IOException {
    JsonNode input = JSON.readTree(call.getRequestBody().readAllBytes()).path("input");
    String refusal = decide(input.path("prompt").asString());
    if (refusal.isEmpty()) {
      answer(call, Map.of("task_id", input.path("prompt").asString(), "status", "not_started"));
      return;
    }
    if (limits.retryAfter()) {
      call.getResponseHeaders().set("Retry-After", "1");
    }
    send(
        call,
        429,
        JSON.writeValueAsBytes(
            Map.of("error", Map.of("message", refusal, "type", "rate_limit_error"))));
  }

  private synchronized String decide(String prompt) {
    long now = System.nanoTime();
    tokens = Math.min(BUCKET, tokens + (now - filled) / 1e9 * limits.perSecond());
    filled = now;
    int open = (int) ends.values().stream().filter(end -> end > now).count();
    String refusal =
        open >= limits.atOnce()
            ? "Too many concurrent tasks"
            : tokens < 1 ? "Too many requests" : "";
    log.add(new Arrival(now, prompt, refusal.isEmpty(), open));
    if (refusal.isEmpty()) {
      tokens--;
      ends.put(prompt, now + RENDER_NANOS);
    }
    return refusal;
  }

  private synchronized boolean isDone(String task) {
    return ends.getOrDefault(task, Long.MAX_VALUE) <= System.nanoTime();
  }

  private void status(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    String task = path.substring(path.lastIndexOf('/') + 1);
    if (!isDone(task)) {
      answer(call, Map.of("task_id", task, "status", "running"));
      return;
    }
    answer(
        call,
        Map.of(
            "task_id",
            task,
            "status",
            "finished",
            "credits_amount",
            18,
            "files",
            List.of(Map.of("file_url", url() + "/files/" + task + ".mp4", "file_type", "video"))));
  }

  private static void answer(HttpExchange call, Map<String, Object> data) throws IOException {
    send(call, 200, JSON.writeValueAsBytes(Map.of("code", 200, "data", data)));
  }

  private static void send(HttpExchange call, int status, byte[] body) throws IOException {
    try (call) {
      call.sendResponseHeaders(status, body.length);
      call.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
