package dev.signet.server;

import dev.signet.server.assets.Assets;
import dev.signet.server.http.AccessLogHandler;
import dev.signet.server.http.BodyTimeoutHandler;
import dev.signet.server.http.ClientAddressHandler;
import dev.signet.server.http.FramingHandler;
import dev.signet.server.http.HostHandler;
import dev.signet.server.http.ProblemHandler;
import dev.signet.server.http.SecurityHeaders;
import dev.signet.server.http.SecurityHeadersHandler;
import dev.signet.server.http.Site;
import dev.signet.server.metrics.MetricsHandler;
import dev.signet.server.reload.Reloaded;
import dev.signet.server.reload.Watch;
import dev.signet.server.settings.Settings;
import dev.signet.server.settings.SettingsException;
import dev.signet.server.settings.TransportSettings;
import dev.signet.server.store.Store;
import dev.signet.server.tls.Tls;
import dev.signet.server.transport.Listener;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** The server: listens, and stops cleanly. */
public final class SignetServer implements AutoCloseable {
  private static final int STOP_MILLIS = 10_000;

  private final Listener listener;
  private final GracefulShutdownHandler shutdown;
  private final Watch watch;

  private SignetServer(Listener listener, GracefulShutdownHandler shutdown, Watch watch) {
    this.listener = listener;
    this.shutdown = shutdown;
    this.watch = watch;
  }

  /**
   * Starts to listen.
   *
   * @param store stays the caller's to close, after this server
   * @param trustAnchors PEM text of now
   * @throws IOException where the address cannot be had
   * @throws SettingsException where the certificate of https or its key cannot be used
   */
  public static SignetServer start(
      Settings settings, Store store, Assets assets, Supplier<byte[]> trustAnchors, Clock clock)
      throws SettingsException, IOException {
    TransportSettings transport = settings.transport();
    Site site = new Site(settings);
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    HttpHandler routes =
        new Routes(settings, store, site, clock, meters).handler(assets, trustAnchors);
    GracefulShutdownHandler shutdown =
        new GracefulShutdownHandler(
            new ProblemHandler(new FramingHandler(new HostHandler(site, routes))));
    SecurityHeaders headers = new SecurityHeaders(site);
    HttpHandler chain =
        new ClientAddressHandler(
            transport,
            new MetricsHandler(
                meters,
                new AccessLogHandler(
                    new SecurityHeadersHandler(
                        headers, new BodyTimeoutHandler(transport.body(), shutdown)))));
    Watch watch = new Watch();
    Optional<SSLContext> tls =
        transport.tls().isPresent()
            ? Optional.of(Tls.context(transport.tls().get(), watch, clock))
            : Optional.empty();
    Listener listener =
        Listener.start(
            settings.listen(),
            transport,
            tls,
            settings.limits().keyBytes(),
            headers::refusal,
            chain);
    site.listensAt(listener.port());
    return new SignetServer(listener, shutdown, watch);
  }

  /** Looks at files from now on, until this server is closed. */
  public void watch(Reloaded<?> files) {
    watch.add(files);
  }

  /** The port that it listens at; the real one where the system picked it. */
  public int port() {
    return listener.port();
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
    listener.close();
    watch.close();
  }
}
