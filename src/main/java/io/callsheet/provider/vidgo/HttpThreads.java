package io.callsheet.provider.vidgo;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A client of Java's with connections and threads of its own; it follows nothing by itself. */
final class HttpThreads implements AutoCloseable {
  static {
    // Java 17 keeps idle connections for 1200 s. One that was dropped meanwhile by a proxy or a
    // firewall looks like a lost response, and a lost response to a submit is a row in doubt. The
    // property is read once, when the first client of the process is made.
    if (System.getProperty("jdk.httpclient.keepalive.timeout") == null) {
      System.setProperty("jdk.httpclient.keepalive.timeout", "3");
    }
  }

  private final ExecutorService threads;
  private final HttpClient client;

  /**
   * @param name of the threads
   */
  HttpThreads(String name, Duration connectTimeout) {
    this.threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(connectTimeout)
            .executor(threads)
            .build();
  }

  HttpClient client() {
    return client;
  }

  /** A call that is still going on fails. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
