package dev.signet.server.relay;

import dev.signet.server.settings.RelaySettings.Proxy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.StandardAuthScheme;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes HTTP clients, each for one exchange over a connection of its own. They follow no redirect,
 * keep no cookie, try nothing twice, decode no content coding, and have no credentials but for the
 * proxy.
 */
final class Upstream {
  private static final int MOST_LINE_BYTES = 8 * 1024;
  private static final int MOST_FIELDS = 100;

  private final Optional<Proxy> proxy;
  private final SSLContext tls;
  private final Times times;

  Upstream(Optional<Proxy> proxy, SSLContext tls, Times times) {
    this.proxy = proxy;
    this.tls = tls;
    this.times = times;
  }

  /** Whether responders are reached through a proxy, which then looks their names up. */
  boolean hasProxy() {
    return proxy.isPresent();
  }

  /**
   * A client that connects to these addresses of the name alone; or to the proxy, where there is
   * one.
   */
  CloseableHttpClient client(String name, List<InetAddress> addresses) {
    NoWireLog.enforce();
    HttpClientBuilder builder =
        HttpClientBuilder.create()
            .setConnectionManager(connections(name, addresses))
            .setDefaultRequestConfig(config())
            .setUserAgent("Signet")
            .setConnectionReuseStrategy((request, response, context) -> false)
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAutomaticRetries()
            .disableContentCompression();
    proxy.ifPresent(through -> route(builder, through));
    return builder.build();
  }

  private static void route(HttpClientBuilder builder, Proxy proxy) {
    HttpHost host = new HttpHost("http", proxy.host(), proxy.port());
    builder.setProxy(host);
    if (proxy.user().isPresent()) {
      BasicCredentialsProvider credentials = new BasicCredentialsProvider();
      credentials.setCredentials(
          new AuthScope(host),
          new UsernamePasswordCredentials(proxy.user().get(), proxy.password().toCharArray()));
      builder.setDefaultCredentialsProvider(credentials);
    }
  }

  private RequestConfig config() {
    return RequestConfig.custom()
        .setResponseTimeout(timeout(times.whole()))
        .setProxyPreferredAuthSchemes(List.of(StandardAuthScheme.BASIC))
        .setTargetPreferredAuthSchemes(List.of())
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  private BasicHttpClientConnectionManager connections(String name, List<InetAddress> addresses) {
    BasicHttpClientConnectionManager connections =
        BasicHttpClientConnectionManager.create(
            null,
            proxy.isPresent() ? null : new Pinned(name, addresses),
            RegistryBuilder.<TlsSocketStrategy>create()
                .register("https", new DefaultClientTlsStrategy(tls))
                .build(),
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom()
                        .setMaxLineLength(MOST_LINE_BYTES)
                        .setMaxHeaderCount(MOST_FIELDS)
                        .build())
                .build());
    connections.setConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(timeout(times.connect()))
            .setSocketTimeout(timeout(times.whole()))
            .build());
    connections.setTlsConfig(
        TlsConfig.custom().setHandshakeTimeout(timeout(times.connect())).build());
    return connections;
  }

  private static Timeout timeout(java.time.Duration duration) {
    return Timeout.ofMilliseconds(duration.toMillis());
  }

  /** Knows the addresses that were judged, and asks nobody. */
  private record Pinned(String name, List<InetAddress> addresses) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      if (!host.replaceAll("[\\[\\]]", "").equals(name)) {
        throw new UnknownHostException(host);
      }
      return addresses.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
