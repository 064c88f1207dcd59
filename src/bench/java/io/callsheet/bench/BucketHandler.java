package io.callsheet.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of S3 as an upload needs: HEAD and PUT. Bytes are counted and forgotten. */
final class BucketHandler implements HttpHandler {
  private static final String DIGEST = "x-amz-meta-sha256";

  private final Map<String, Stored> objects = new ConcurrentHashMap<>();
  private final AtomicInteger uploads = new AtomicInteger();

  private record Stored(long length, String digest) {}

  int uploads() {
    return uploads.get();
  }

  /** Whether the path of a URL names an object that is here. */
  boolean holds(String path) {
    return objects.containsKey(path);
  }

  @Override
  public void handle(HttpExchange call) throws IOException {
    try (call) {
      String path = call.getRequestURI().getPath();
      switch (call.getRequestMethod()) {
        case "PUT" -> put(path, call);
        case "HEAD" -> head(path, call);
        default -> call.sendResponseHeaders(405, -1);
      }
    }
  }

  private void put(String path, HttpExchange call) throws IOException {
    long length = call.getRequestBody().transferTo(OutputStream.nullOutputStream());
    String digest = call.getRequestHeaders().getFirst(DIGEST);
    objects.put(path, new Stored(length, digest == null ? "" : digest));
    uploads.incrementAndGet();
    call.getResponseHeaders().set("ETag", "\"0\"");
    call.sendResponseHeaders(200, -1);
  }

  private void head(String path, HttpExchange call) throws IOException {
    Stored stored = objects.get(path);
    if (stored == null) {
      call.sendResponseHeaders(404, -1);
      return;
    }
    call.getResponseHeaders().set(DIGEST, stored.digest());
    call.getResponseHeaders().set("Content-Length", Long.toString(stored.length()));
    call.sendResponseHeaders(200, -1);
  }
}
