package dev.signet.server.relay;

import dev.signet.server.http.BodyHandler;
import dev.signet.server.http.Problem;
import dev.signet.server.http.ProblemException;
import dev.signet.server.relay.RelayMeters.Outcome;
import dev.signet.server.settings.RelaySettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relay of OCSP requests. It connects to public addresses at ports 80 and 443, and to what the
 * settings add, and to nothing else.
 */
public final class OcspRelay {
  private static final Logger LOG = LoggerFactory.getLogger(OcspRelay.class);

  private final Destinations destinations;
  private final Flights flights;
  private final AnswerCache cache;
  private final RelayMeters meters;
  private final Clock clock;
  private final int perMinute;

  OcspRelay(
      RelaySettings settings,
      Clock clock,
      MeterRegistry registry,
      Resolver resolver,
      SSLContext tls,
      Times times) {
    this.destinations = new Destinations(settings.allowed());
    this.flights =
        new Flights(
            new Pinning(destinations, resolver, times),
            new Upstream(settings.proxy(), tls, times),
            times,
            clock);
    this.cache = new AnswerCache(settings.cacheBytes(), clock);
    this.meters = new RelayMeters(registry, flights::count, flights::waiting);
    this.clock = clock;
    this.perMinute = settings.perMinute();
  }

  /** A relay with the system's names and the trust anchors of the Java runtime. */
  public static OcspRelay of(RelaySettings settings, Clock clock, MeterRegistry registry) {
    try {
      return new OcspRelay(
          settings,
          clock,
          registry,
          InetAddress::getAllByName,
          SSLContext.getDefault(),
          Times.USUAL);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * {@code POST /api/ocsp}, for users who have signed in.
   *
   * @param user tells who it is
   */
  public HttpHandler handler(Function<HttpServerExchange, String> user) {
    return new BodyHandler(
        "application/ocsp-request",
        OcspRequestCheck.MOST_BYTES,
        new OcspHandler(this, new UserLimits(perMinute, clock), user, meters, clock));
  }

  /** Checks what is asked. */
  Question question(String responder, byte[] body) throws ProblemException {
    boolean nonce = OcspRequestCheck.hasNonce(body);
    return new Question(ResponderAddress.parse(responder, destinations), body, nonce);
  }

  AnswerCache cache() {
    return cache;
  }

  /** Asks the responder; fails with a {@link ProblemException}. */
  CompletionStage<Answer> ask(Question asked) {
    return flights.join(
        asked,
        (answer, failure, nanos) -> {
          if (answer != null) {
            cache.keep(asked, answer);
          }
          meters.time(nanos);
          LOG.info(
              "{} {} {}ms",
              asked.responder().host().text(),
              answer == null ? problem(failure).detail() : Outcome.RELAYED.word(),
              TimeUnit.NANOSECONDS.toMillis(nanos));
        });
  }

  /** The problem that a failure is; one of the program's own is logged. */
  static Problem problem(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof ProblemException problem) {
      return problem.problem();
    }
    if (cause instanceof TimeoutException) {
      return Failures.tooSlow();
    }
    LOG.error("The relay failed", cause);
    return new Problem(500, "The server failed; its log says why.");
  }
}
