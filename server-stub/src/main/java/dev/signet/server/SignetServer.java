package dev.signet.server;

import dev.signet.server.assets.Assets;
import dev.signet.server.health.HealthHandler;
import dev.signet.server.health.InFlight;
import dev.signet.server.http.AccessLogHandler;
import dev.signet.server.http.BodyTimeoutHandler;
import dev.signet.server.http.ClientAddressHandler;
import dev.signet.server.http.FramingHandler;
import dev.signet.server.http.HostHandler;
import dev.signet.server.http.ProblemHandler;
import dev.signet.server.http.RouteHandler;
import dev.signet.server.http.SecurityHeaders;
import dev.signet.server.http.SecurityHeadersHandler;
import dev.signet.server.http.Site;
import dev.signet.server.metrics.MachineMetrics;
import dev.signet.server.metrics.MetricsHandler;
import dev.signet.server.reload.Reloaded;
import dev.signet.server.reload.Watch;
import dev.signet.server.session.Session;
import dev.signet.server.settings.Settings;
import dev.signet.server.settings.SettingsException;
import dev.signet.server.settings.TransportSettings;
import dev.signet.server.store.Store;
import dev.signet.server.tls.Tls;
import dev.signet.server.transport.Listener;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server: listens, and stops cleanly. */
public final class SignetServer implements AutoCloseable {
  /** The version of this program. */
  public static final String VERSION = "0.1.0";

  private static final int STOP_MILLIS = 10_000;
  private static final Logger LOG = LoggerFactory.getLogger(SignetServer.class);

  private final Listener listener;
  private final HealthHandler health;
  private final InFlight requests;
  private final MachineMetrics machine;
  private final Watch watch;

  private SignetServer(
      Listener listener,
      HealthHandler health,
      InFlight requests,
      MachineMetrics machine,
      Watch watch) {
    this.listener = listener;
    this.health = health;
    this.requests = requests;
    this.machine = machine;
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
    store.measure(meters);
    MachineMetrics machine = MachineMetrics.bindTo(meters, VERSION);
    HealthHandler health = new HealthHandler(store);
    InFlight requests = new InFlight(routes);
    // Beside what is counted, so that a server that stops is alive and says that it is not ready.
    HttpHandler all =
        new RouteHandler(requests)
            .exact("/healthz", health.alive())
            .exact("/readyz", health.ready());
    HttpHandler answering = new ProblemHandler(new FramingHandler(new HostHandler(site, all)));
    SecurityHeaders headers = new SecurityHeaders(site);
    HttpHandler chain =
        new ClientAddressHandler(
            transport,
            new MetricsHandler(
                meters,
                new AccessLogHandler(
                    SignetServer::userOf,
                    new SecurityHeadersHandler(
                        headers, new BodyTimeoutHandler(transport.body(), answering)))));
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
    return new SignetServer(listener, health, requests, machine, watch);
  }

  /** Looks at files from now on, until this server is closed. */
  public void watch(Reloaded<?> files) {
    watch.add(files);
  }

  /** The port that it listens at; the real one where the system picked it. */
  public int port() {
    return listener.port();
  }

  private static String userOf(HttpServerExchange exchange) {
    Session session = Session.of(exchange);
    return session == null ? null : session.user();
  }

  /**
   * Lets requests in flight end, for a while, answers new ones 503 meanwhile, then closes every
   * connection.
   */
  @Override
  public void close() {
    LOG.info("stopping");
    health.stop();
    if (!requests.stop(STOP_MILLIS)) {
      LOG.warn("requests in flight after {} s are cut off", STOP_MILLIS / 1000);
    }
    listener.close();
    watch.close();
    machine.close();
  }
}
