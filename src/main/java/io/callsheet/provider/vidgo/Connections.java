package io.callsheet.provider.vidgo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Connections to one place, kept for a moment between calls. HTTP/1.1 without redirects, cookies,
 * sign-in or unpacking, over the proxy that Java is set to use, if any.
 */
final class Connections implements AutoCloseable {
  /**
   * How long one is kept that nobody uses; a longer rest invites whoever is on the way to drop it.
   */
  private static final Duration KEPT = Duration.ofSeconds(3);

  /** As many as a lane has threads, at most. */
  private static final int MOST = 64;

  private static final int MOST_HEADERS = 200;
  private static final int LONGEST_HEADER = 32_768;

  private final HttpHost place;
  private final PoolingHttpClientConnectionManager pool;
  private final CloseableHttpClient client;

  /**
   * @param address scheme, host and port count
   * @throws IllegalArgumentException if Java's proxy is none that can be used
   */
  Connections(URI address, Duration connectTimeout) {
    this.place = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    this.pool = pool(connectTimeout);
    HttpRoute route = route(place);
    this.client =
        HttpClients.custom()
            .setConnectionManager(pool)
            .setRequestExecutor(new OwnAnswers())
            .setRoutePlanner((host, context) -> route)
            .addExecInterceptorBefore(ChainElement.CONNECT.name(), "once-more", new OnceMore())
            .setUserAgent("Callsheet")
            // Else the list of public suffixes is read at the start, for cookies nobody keeps.
            .setDefaultCookieSpecRegistry(name -> null)
            .disableConnectionState()
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  static TimeValue keptFor() {
    return TimeValue.of(KEPT);
  }

  /** The answer with its body still to come. */
  ClassicHttpResponse open(HttpGet request) throws IOException {
    return client.executeOpen(place, request, null);
  }

  void dropIdle() {
    pool.closeIdle(keptFor());
  }

  /** Breaks what is still going on. */
  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  private static PoolingHttpClientConnectionManager pool(Duration connectTimeout) {
    Http1Config bounds =
        Http1Config.custom()
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxLineLength(LONGEST_HEADER)
            .build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(new Names(InetAddress::getAllByName, connectTimeout))
        .setTlsSocketStrategy(tls())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(connectTimeout))
                .setIdleTimeout(Timeout.of(KEPT))
                .build())
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(bounds)
                .responseParserFactory(config -> new OwnAnswers.Parser(bounds))
                .build())
        .setMaxConnTotal(MOST)
        .setMaxConnPerRoute(MOST)
        .build();
  }

  private static HttpRoute route(HttpHost place) {
    try {
      return new SystemDefaultRoutePlanner(ProxySelector.getDefault())
          .determineRoute(place, HttpClientContext.create());
    } catch (HttpException e) {
      throw new IllegalArgumentException("cannot tell which proxy leads to " + place, e);
    }
  }

  /** Trusts what Java trusts, and leaves the host's name in the certificate to it. */
  private static TlsSocketStrategy tls() {
    try {
      return new DefaultClientTlsStrategy(
          SSLContext.getDefault(), HostnameVerificationPolicy.BUILTIN, null);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java comes without TLS", e);
    }
  }
}
