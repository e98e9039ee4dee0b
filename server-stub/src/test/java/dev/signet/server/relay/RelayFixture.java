package dev.signet.server.relay;

import dev.signet.server.fixture.SteppingClock;
import dev.signet.server.http.ProblemHandler;
import dev.signet.server.settings.Network;
import dev.signet.server.settings.RelaySettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.undertow.Undertow;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;

/** A relay that listens on a port of its own, for users that say their names in a header. */
final class RelayFixture implements AutoCloseable {
  /** Generous, so that a loaded machine passes. */
  static final Times PATIENT =
      new Times(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(30));

  /** For responders that never end. */
  static final Times HASTY =
      new Times(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2));

  final SteppingClock clock = new SteppingClock();
  final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Undertow server;
  private final int port;

  private RelayFixture(Builder builder) {
    RelaySettings settings =
        new RelaySettings(
            true, builder.places, builder.proxy, builder.perMinute, builder.cacheBytes);
    OcspRelay relay =
        new OcspRelay(settings, clock, meters, builder.resolver, builder.tls, builder.times);
    server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setIoThreads(1)
            .setWorkerThreads(2)
            .setHandler(
                new ProblemHandler(
                    relay.handler(exchange -> exchange.getRequestHeaders().getFirst("User"))))
            .build();
    server.start();
    port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  /** What a relay may do; by default everything at the loopback addresses. */
  static final class Builder {
    private List<RelaySettings.Place> places = new ArrayList<>();
    private Optional<RelaySettings.Proxy> proxy = Optional.empty();
    private int perMinute = 1000;
    private long cacheBytes = 1_000_000;
    private Resolver resolver = InetAddress::getAllByName;
    private SSLContext tls;
    private Times times = PATIENT;

    Builder allow(int port) {
      places.add(new RelaySettings.Place(Network.parse("127.0.0.0/8").orElseThrow(), port));
      return this;
    }

    Builder proxy(int at, String user, String password) {
      proxy =
          Optional.of(
              new RelaySettings.Proxy("127.0.0.1", at, Optional.ofNullable(user), password));
      return this;
    }

    Builder perMinute(int requests) {
      perMinute = requests;
      return this;
    }

    Builder cacheBytes(long bytes) {
      cacheBytes = bytes;
      return this;
    }

    Builder resolver(Resolver names) {
      resolver = names;
      return this;
    }

    Builder tls(SSLContext context) {
      tls = context;
      return this;
    }

    Builder times(Times waits) {
      times = waits;
      return this;
    }

    RelayFixture start() {
      if (tls == null) {
        try {
          tls = SSLContext.getDefault();
        } catch (java.security.NoSuchAlgorithmException e) {
          throw new AssertionError(e);
        }
      }
      return new RelayFixture(this);
    }
  }

  /** Knows these names, each with its addresses, and no others. */
  static Resolver names(java.util.Map<String, List<String>> names) {
    return name -> {
      if (!names.containsKey(name)) {
        throw new UnknownHostException(name);
      }
      List<InetAddress> found = new ArrayList<>();
      for (String address : names.get(name)) {
        found.add(InetAddress.getByName(address));
      }
      return found.toArray(InetAddress[]::new);
    };
  }

  HttpResponse<byte[]> ask(String responder, byte[] body) {
    return askLater("alice", responder, body).join();
  }

  CompletableFuture<HttpResponse<byte[]>> askLater(String user, String responder, byte[] body) {
    String query = "?responder=" + URLEncoder.encode(responder, StandardCharsets.UTF_8);
    return http.sendAsync(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/ocsp" + query))
            .timeout(Duration.ofSeconds(60))
            .header("User", user)
            .header("Content-Type", "application/ocsp-request")
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  /** The value of a counter by outcome. */
  double outcomes(String outcome) {
    var counter = meters.find("signet.ocsp.requests").tag("outcome", outcome).counter();
    return counter == null ? 0 : counter.count();
  }

  /** The value of a gauge. */
  double gauge(String name) {
    return meters.get(name).gauge().value();
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    server.stop();
  }
}
