package io.callsheet.asset.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A web server on this machine whose answers the tests make up. */
final class FileServer implements AutoCloseable {
  final List<String> asked = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  FileServer(@Nullable SSLContext tls) throws IOException {
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    if (tls == null) {
      server = HttpServer.create(here, 0);
    } else {
      HttpsServer secure = HttpsServer.create(here, 0);
      secure.setHttpsConfigurator(new HttpsConfigurator(tls));
      server = secure;
    }
    server.setExecutor(threads);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void on(String path, HttpHandler answer) {
    server.createContext(
        path,
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          try (exchange) {
            answer.handle(exchange);
          }
        });
  }

  void file(String path, byte[] content) {
    on(path, exchange -> send(exchange, 200, content));
  }

  void status(String path, int status) {
    on(path, exchange -> send(exchange, status, "no".getBytes()));
  }

  void redirect(String path, String location) {
    on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(302, -1);
        });
  }

  static void send(HttpExchange exchange, int status, byte[] content) throws IOException {
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
