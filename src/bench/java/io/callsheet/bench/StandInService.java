package io.callsheet.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rendering service and the bucket in a process of their own, cheap enough that what is
 * measured is the client. Strict where it matters: key, references in the bucket, tasks in flight.
 */
final class StandInService {
  static final String KEY = "key-of-the-benchmarks";
  static final String BUCKET = "bench";
  private static final int THREADS = 32;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final TaskLog log;
  private final BucketHandler bucket = new BucketHandler();
  private final AtomicInteger downloads = new AtomicInteger();
  private final byte[] video;
  private final HttpServer server;

  private StandInService(ServiceSettings settings) throws IOException {
    this.log = new TaskLog(settings);
    this.video = Media.movie(Path.of("samples"), 0);
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
  }

  /** Prints its port, and ends with its standard input. */
  public static void main(String[] arguments) throws IOException {
    StandInService service = new StandInService(ServiceSettings.of(arguments));
    System.out.println(service.start());
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private int start() {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    server.setExecutor(threads);
    server.createContext("/api/generate/submit", this::submit);
    server.createContext("/api/generate/status/", this::status);
    server.createContext("/api/user/balance", call -> answer(call, Map.of("credits_amount", 1e7)));
    server.createContext("/files/", this::file);
    server.createContext("/figures/", call -> send(call, 200, figures(last(call))));
    server.createContext("/" + BUCKET + "/", bucket);
    server.start();
    return server.getAddress().getPort();
  }

  private ServiceFigures figures(String since) {
    return log.figures(Double.parseDouble(since), bucket.uploads(), downloads.get());
  }

  private void submit(HttpExchange call) throws IOException {
    JsonNode input = JSON.readTree(call.getRequestBody().readAllBytes()).path("input");
    if (!("Bearer " + KEY).equals(call.getRequestHeaders().getFirst("Authorization"))) {
      refuse(call, 401, "authentication_error");
    } else if (!isThere(input.path("image_urls")) || !isThere(input.path("video_urls"))) {
      refuse(call, 400, "validation_error");
    } else {
      Optional<String> id = log.accept();
      if (id.isEmpty()) {
        refuse(call, 429, "rate_limit_error");
      } else {
        answer(call, Map.of("task_id", id.get(), "status", "not_started"));
      }
    }
  }

  private boolean isThere(JsonNode urls) {
    return urls.size() == 1 && bucket.holds(URI.create(urls.path(0).asString()).getPath());
  }

  private void status(HttpExchange call) throws IOException {
    String id = last(call);
    Optional<Boolean> done = log.ask(id);
    if (done.isEmpty()) {
      refuse(call, 404, "resource_not_found_error");
    } else if (done.get()) {
      String url = "http://127.0.0.1:%d/files/%s.mp4".formatted(server.getAddress().getPort(), id);
      answer(
          call,
          Map.of(
              "task_id",
              id,
              "status",
              "finished",
              "credits_amount",
              27,
              "files",
              List.of(Map.of("file_url", url, "file_type", "video"))));
    } else {
      answer(call, Map.of("task_id", id, "status", "running"));
    }
  }

  private void file(HttpExchange call) throws IOException {
    try (call) {
      downloads.incrementAndGet();
      call.getResponseHeaders().set("Content-Type", "video/mp4");
      call.sendResponseHeaders(200, video.length);
      call.getResponseBody().write(video);
    }
  }

  private static String last(HttpExchange call) {
    String path = call.getRequestURI().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void answer(HttpExchange call, Map<String, Object> data) throws IOException {
    send(call, 200, Map.of("code", 200, "data", data));
  }

  private static void refuse(HttpExchange call, int code, String type) throws IOException {
    send(call, code, Map.of("code", code, "error", Map.of("message", type, "type", type)));
  }

  private static void send(HttpExchange call, int code, Object body) throws IOException {
    try (call) {
      byte[] bytes = JSON.writeValueAsBytes(body);
      call.getResponseHeaders().set("Content-Type", "application/json");
      call.sendResponseHeaders(code, bytes.length);
      call.getResponseBody().write(bytes);
    }
  }
}
