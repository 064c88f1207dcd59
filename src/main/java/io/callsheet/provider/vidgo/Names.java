package io.callsheet.provider.vidgo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up with an end: the resolver of the system can neither be interrupted nor hurried.
 */
final class Names implements DnsResolver {
  /** Looks a name up, however long it takes. */
  interface Lookup {
    InetAddress[] of(String host) throws UnknownHostException;
  }

  private final Lookup lookup;
  private final Duration patience;

  Names(Lookup lookup, Duration patience) {
    this.lookup = lookup;
    this.patience = patience;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    FutureTask<InetAddress[]> answer = new FutureTask<>(() -> lookup.of(host));
    Thread thread = new Thread(answer, "vidgo-names");
    thread.setDaemon(true);
    thread.start();
    try {
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnknownHostException unknown ? unknown : unknown(host, e);
    } catch (TimeoutException e) {
      throw unknown(host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host, e);
    }
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private static UnknownHostException unknown(String host, Exception cause) {
    UnknownHostException trouble = new UnknownHostException(host);
    trouble.initCause(cause);
    return trouble;
  }
}
