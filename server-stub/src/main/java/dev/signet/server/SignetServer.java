package dev.signet.server;

import dev.signet.server.assets.Assets;
import dev.signet.server.http.AccessLogHandler;
import dev.signet.server.http.ClientAddressHandler;
import dev.signet.server.http.FramingHandler;
import dev.signet.server.http.HostHandler;
import dev.signet.server.http.ProblemHandler;
import dev.signet.server.http.SecurityHeadersHandler;
import dev.signet.server.http.Site;
import dev.signet.server.metrics.MetricsHandler;
import dev.signet.server.reload.Watch;
import dev.signet.server.settings.Settings;
import dev.signet.server.settings.SettingsException;
import dev.signet.server.store.Store;
import dev.signet.server.tls.Tls;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.net.InetSocketAddress;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.xnio.Options;
import org.xnio.Sequence;

/** The server: listens, and stops cleanly. */
public final class SignetServer implements AutoCloseable {
  private static final int MOST_HEADER_BYTES = 16 * 1024;
  private static final int MOST_HEADERS = 100;
  private static final int MOST_PARAMETERS = 20;
  private static final int HEADER_MILLIS = 10_000;
  private static final int IDLE_MILLIS = 60_000;
  private static final int STOP_MILLIS = 10_000;

  private final Undertow undertow;
  private final GracefulShutdownHandler shutdown;
  private final Watch watch;
  private final int port;

  private SignetServer(Undertow undertow, GracefulShutdownHandler shutdown, Watch watch, int port) {
    this.undertow = undertow;
    this.shutdown = shutdown;
    this.watch = watch;
    this.port = port;
  }

  /**
   * Starts to listen.
   *
   * @param store stays the caller's to close, after this server
   * @param trustAnchors PEM text
   * @throws RuntimeException whose cause is a {@link java.net.BindException} where the address
   *     cannot be had
   * @throws SettingsException where the certificate of https or its key cannot be used
   */
  public static SignetServer start(
      Settings settings, Store store, Assets assets, byte[] trustAnchors, Clock clock)
      throws SettingsException {
    Site site = new Site(settings);
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    HttpHandler routes =
        new Routes(settings, store, site, clock, meters).handler(assets, trustAnchors);
    GracefulShutdownHandler shutdown =
        new GracefulShutdownHandler(
            new ProblemHandler(new FramingHandler(new HostHandler(site, routes))));
    Watch watch = new Watch();
    Undertow undertow =
        builder(settings, watch, clock)
            .setHandler(
                new ClientAddressHandler(
                    settings.transport(),
                    new MetricsHandler(
                        meters, new AccessLogHandler(new SecurityHeadersHandler(site, shutdown)))))
            .build();
    undertow.start();
    InetSocketAddress address = (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
    site.listensAt(address.getPort());
    return new SignetServer(undertow, shutdown, watch, address.getPort());
  }

  private static Undertow.Builder builder(Settings settings, Watch watch, Clock clock)
      throws SettingsException {
    InetSocketAddress listen = settings.listen();
    Undertow.Builder builder = Undertow.builder();
    String address = listen.getAddress().getHostAddress();
    if (settings.transport().tls().isPresent()) {
      SSLContext context = Tls.context(settings.transport().tls().get(), watch, clock);
      builder.addHttpsListener(listen.getPort(), address, context);
    } else {
      builder.addHttpListener(listen.getPort(), address);
    }
    return builder
        .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MOST_HEADER_BYTES)
        .setServerOption(UndertowOptions.MAX_HEADERS, MOST_HEADERS)
        .setServerOption(UndertowOptions.MAX_PARAMETERS, MOST_PARAMETERS)
        .setServerOption(UndertowOptions.MAX_COOKIES, MOST_PARAMETERS)
        // Also how much of an unread body is skipped before the connection is closed instead.
        .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, settings.limits().keyBytes() + 65_536L)
        .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEADER_MILLIS)
        .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
        .setServerOption(UndertowOptions.IDLE_TIMEOUT, IDLE_MILLIS)
        .setServerOption(UndertowOptions.ENABLE_HTTP2, settings.transport().tls().isPresent())
        .setSocketOption(Options.SSL_ENABLED_PROTOCOLS, Sequence.of(Tls.PROTOCOLS))
        .setSocketOption(Options.SSL_ENABLED_CIPHER_SUITES, Sequence.of(Tls.CIPHERS))
        .setSocketOption(UndertowOptions.SSL_USER_CIPHER_SUITES_ORDER, true)
        .setSocketOption(Options.REUSE_ADDRESSES, true)
        .setSocketOption(Options.TCP_NODELAY, true)
        .setSocketOption(Options.READ_TIMEOUT, IDLE_MILLIS)
        .setSocketOption(Options.WRITE_TIMEOUT, IDLE_MILLIS);
  }

  /** The port that it listens at; the real one where the system picked it. */
  public int port() {
    return port;
  }

  /** Lets requests in flight end, answers new ones 503 meanwhile, then stops. */
  @Override
  public void close() {
    shutdown.shutdown();
    try {
      shutdown.awaitShutdown(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    undertow.stop();
    watch.close();
  }
}
