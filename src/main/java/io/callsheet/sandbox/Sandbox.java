package io.callsheet.sandbox;

import io.callsheet.job.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The stand-in for Vidgo and S3, both on 127.0.0.1. It holds its callers to the service's contract
 * (vidgo-api), and what it has accepted survives the process.
 */
public final class Sandbox implements AutoCloseable {
  /** A little longer than the ledger is waited for, which the same process lets go first. */
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Closing parts;
  private final Account account;
  private final URI vidgoUrl;
  private final URI s3Url;

  Sandbox(Closing parts, Account account, URI vidgoUrl, URI s3Url) {
    this.parts = parts;
    this.account = account;
    this.vidgoUrl = vidgoUrl;
    this.s3Url = s3Url;
  }

  /**
   * Starts both servers, waiting a while for another process that has the home open: it may be
   * about to end.
   *
   * @param home where tasks, objects and keys are kept; made if it is not there
   * @param port of the stand-in for Vidgo; 0 for the one of last time if that is free, else any
   * @throws IOException with advice: the port is taken, another process has the home open, the disk
   *     cannot keep what the sandbox needs
   * @throws IllegalArgumentException for a fault that is none of {@link Fault#names()}
   */
  public static Sandbox start(Path home, SandboxSettings settings, int port, Clock clock)
      throws IOException {
    long began = System.nanoTime();
    while (true) {
      try {
        return new Startup(settings, clock, new ProbedMedia(), new PublicHttps()).start(home, port);
      } catch (SandboxHeld e) {
        if (System.nanoTime() - began > PATIENCE.toNanos()) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** Base address of the API; has no path. */
  public URI vidgoUrl() {
    return vidgoUrl;
  }

  /** The bearer key of the account; a secret of this home. */
  public String apiKey() {
    return account.apiKey();
  }

  /** Endpoint of the S3 server, for path-style addresses. */
  public URI s3Url() {
    return s3Url;
  }

  public String accessKey() {
    return account.accessKey();
  }

  /** A secret of this home. */
  public String secretKey() {
    return account.secretKey();
  }

  /** The bucket that is there from the start. */
  public String bucket() {
    return S3Server.BUCKET;
  }

  /**
   * Stops both servers and gives the home free. Tasks go on by the clock, and are found again by
   * the next start.
   *
   * @throws UncheckedIOException if a part did not stop; all others have been
   */
  @Override
  public void close() {
    try {
      parts.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
