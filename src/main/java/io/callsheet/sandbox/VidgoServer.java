package io.callsheet.sandbox;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The HTTP server of the stand-in for Vidgo, on the loopback interface only. */
final class VidgoServer implements AutoCloseable {
  private static final int THREADS = 16;
  private static final int BACKLOG = 256;
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(THREADS, new DaemonThreads("sandbox-vidgo"));

  private VidgoServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Takes a port, but answers nothing yet.
   *
   * @param port 0 for {@code lastPort} if that is free, else any
   * @throws IOException if the port that was asked for is taken
   */
  static VidgoServer bind(int port, int lastPort) throws IOException {
    // Head and body of an answer go out separately; without this each answer waits 40 ms for the
    // client's acknowledgement. It is read once, when the first server of the process is made.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    if (port != 0) {
      try {
        return new VidgoServer(listen(port));
      } catch (BindException e) {
        throw new IOException(
            "port " + port + " of this machine is taken; choose another with --port", e);
      }
    }
    try {
      return new VidgoServer(listen(lastPort));
    } catch (BindException e) {
      return new VidgoServer(listen(0));
    }
  }

  private static HttpServer listen(int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
    return HttpServer.create(address, BACKLOG);
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port());
  }

  void serve(HttpHandler handler) {
    server.createContext("/", handler);
    server.setExecutor(threads);
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
