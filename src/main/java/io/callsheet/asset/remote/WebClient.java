package io.callsheet.asset.remote;

import io.callsheet.asset.remote.HostNames.NotPublic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks web servers for files. Every name is looked up by {@link HostNames}, and the connection goes
 * to the very addresses that were judged there: a name that means something else a moment later
 * leads nowhere. No cookies, no credentials, no proxy, no redirect by itself.
 */
final class WebClient implements AutoCloseable {
  private static final int AT_ONCE = 8;
  private static final int AT_ONCE_PER_HOST = 4;
  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_HEADER = 16_384;

  private final CloseableHttpClient client;

  /**
   * @param trust which certificates are believed
   */
  WebClient(HostNames names, SSLContext trust, FetchLimits limits) {
    Timeout connect = Timeout.of(limits.connect());
    Timeout idle = Timeout.of(limits.idle());
    ConnectionConfig connections =
        ConnectionConfig.custom().setConnectTimeout(connect).setSocketTimeout(idle).build();
    Http1Config bounded =
        Http1Config.custom()
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxLineLength(LONGEST_HEADER)
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(resolver(names))
                    .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                    .setDefaultConnectionConfig(connections)
                    .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(idle).build())
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().http1Config(bounded).build())
                    .setMaxConnTotal(AT_ONCE)
                    .setMaxConnPerRoute(AT_ONCE_PER_HOST)
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(idle)
                    .setConnectionRequestTimeout(limits.whole().toMillis(), TimeUnit.MILLISECONDS)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            .setUserAgent("Callsheet")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  /** A request that another thread may cancel. */
  static HttpGet request(WebAddress address) {
    HttpGet get = new HttpGet(address.uri());
    get.setHeader("Accept", "image/*, video/*, */*;q=0.5");
    // What is counted and hashed is what was sent; nothing may swell when it is unpacked.
    get.setHeader("Accept-Encoding", "identity");
    return get;
  }

  /** The answer with its body still to come; closing it ends the connection. */
  ClassicHttpResponse open(HttpGet request, URI address) throws IOException {
    HttpHost host = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    return client.executeOpen(host, request, null);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new IllegalStateException("closing connections asks nobody", e);
    }
  }

  private static DnsResolver resolver(HostNames names) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) throws UnknownHostException, NotPublic {
        return names.resolve(host);
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }
}
