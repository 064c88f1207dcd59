package io.callsheet.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One GET of a reference file: no redirects, no credentials, limited in size and time.
 *
 * <p>The old HTTP client of the platform, because it alone limits the wait for each read of a body.
 */
final class Download {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 10_000;
  private static final long TOTAL_NANOS = Duration.ofSeconds(60).toNanos();

  /** How it ended. */
  sealed interface Outcome {
    /** The file is at the target. */
    record Fetched(@Nullable String etag) implements Outcome {}

    /** 304: still what the given tag stands for. */
    record Unchanged() implements Outcome {}

    /** Not to be had; half a sentence. */
    record Failed(String problem) implements Outcome {}

    /** Larger than allowed. */
    record TooLarge() implements Outcome {}
  }

  private Download() {}

  /**
   * @param etag of what is known already; null to fetch in any case
   * @throws IOException if this machine cannot keep the file
   */
  static Outcome fetch(URI url, @Nullable String etag, long maxBytes, Path target)
      throws IOException {
    HttpURLConnection connection;
    InputStream body;
    try {
      URLConnection opened = url.toURL().openConnection();
      if (!(opened instanceof HttpURLConnection http)) {
        return new Outcome.Failed("is not an HTTP URL");
      }
      connection = prepare(http, etag);
      int status = connection.getResponseCode();
      if (status == HttpURLConnection.HTTP_NOT_MODIFIED && etag != null) {
        return new Outcome.Unchanged();
      }
      if (status != HttpURLConnection.HTTP_OK) {
        connection.disconnect();
        return new Outcome.Failed("was answered HTTP " + status);
      }
      if (connection.getContentLengthLong() > maxBytes) {
        connection.disconnect();
        return new Outcome.TooLarge();
      }
      body = connection.getInputStream();
    } catch (IOException | IllegalArgumentException e) {
      return new Outcome.Failed("did not answer");
    }
    try (body) {
      return save(body, connection, maxBytes, target);
    }
  }

  private static HttpURLConnection prepare(HttpURLConnection connection, @Nullable String etag) {
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    if (etag != null) {
      connection.setRequestProperty("If-None-Match", etag);
    }
    return connection;
  }

  private static Outcome save(
      InputStream body, HttpURLConnection connection, long maxBytes, Path target)
      throws IOException {
    long deadline = System.nanoTime() + TOTAL_NANOS;
    byte[] buffer = new byte[64 * 1024];
    long total = 0;
    try (OutputStream out = Files.newOutputStream(target)) {
      for (int n = read(body, buffer); n != END; n = read(body, buffer)) {
        if (n == BROKEN || System.nanoTime() > deadline) {
          connection.disconnect();
          return new Outcome.Failed("broke off");
        }
        total += n;
        if (total > maxBytes) {
          connection.disconnect();
          return new Outcome.TooLarge();
        }
        out.write(buffer, 0, n);
      }
    }
    long announced = connection.getContentLengthLong();
    if (announced >= 0 && total != announced) {
      return new Outcome.Failed("broke off");
    }
    return new Outcome.Fetched(connection.getHeaderField("ETag"));
  }

  private static final int END = -1;
  private static final int BROKEN = -2;

  /** Tells a broken connection from a full disk. */
  private static int read(InputStream body, byte[] buffer) {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      return BROKEN;
    }
  }
}
