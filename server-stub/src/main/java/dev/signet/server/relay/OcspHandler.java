package dev.signet.server.relay;

import dev.signet.server.http.BodyHandler;
import dev.signet.server.http.Problem;
import dev.signet.server.http.ProblemException;
import dev.signet.server.http.ProblemHandler;
import dev.signet.server.relay.RelayMeters.Outcome;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks a request, answers it from memory, or lets it wait for its answer. No thread that serves
 * waits with it.
 */
final class OcspHandler implements HttpHandler {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final OcspRelay relay;
  private final UserLimits limits;
  private final Function<HttpServerExchange, String> users;
  private final RelayMeters meters;
  private final Clock clock;

  OcspHandler(
      OcspRelay relay,
      UserLimits limits,
      Function<HttpServerExchange, String> users,
      RelayMeters meters,
      Clock clock) {
    this.relay = relay;
    this.limits = limits;
    this.users = users;
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    try {
      serve(exchange, users.apply(exchange));
    } catch (ProblemException e) {
      meters.count(Outcome.of(e.problem().status()));
      throw e;
    }
  }

  private void serve(HttpServerExchange exchange, String user) throws ProblemException {
    Optional<Duration> wait = limits.attempt(user);
    if (wait.isPresent()) {
      throw tooMany(exchange, wait.get());
    }
    Question asked = relay.question(responder(exchange), BodyHandler.body(exchange));
    Optional<Answer> known = relay.cache().find(asked);
    if (known.isPresent()) {
      meters.count(Outcome.CACHED);
      long age = Duration.between(known.get().received(), clock.instant()).toSeconds();
      exchange.getResponseHeaders().put(Headers.AGE, Math.max(0, age));
      send(exchange, known.get());
      return;
    }
    if (!limits.enter(user)) {
      throw tooMany(exchange, SOON);
    }
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () ->
            relay
                .ask(asked)
                .whenComplete(
                    (answer, failure) -> {
                      limits.leave(user);
                      exchange.dispatch(
                          new ProblemHandler(ended -> finish(ended, answer, failure)));
                    }));
  }

  private void finish(HttpServerExchange exchange, Answer answer, Throwable failure)
      throws ProblemException {
    if (answer != null) {
      meters.count(Outcome.RELAYED);
      send(exchange, answer);
      return;
    }
    Problem problem = OcspRelay.problem(failure);
    meters.count(Outcome.of(problem.status()));
    if (problem.status() == 503) {
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, SOON.toSeconds());
    }
    throw problem.exception();
  }

  private static void send(HttpServerExchange exchange, Answer answer) {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/ocsp-response");
    exchange.getResponseSender().send(ByteBuffer.wrap(answer.body()));
  }

  private static String responder(HttpServerExchange exchange) throws ProblemException {
    Deque<String> values = exchange.getQueryParameters().get("responder");
    if (values == null || values.size() != 1) {
      throw new Problem(400, "responder", "The query has to name one responder.").exception();
    }
    return values.getFirst();
  }

  private static ProblemException tooMany(HttpServerExchange exchange, Duration wait) {
    exchange
        .getResponseHeaders()
        .put(Headers.RETRY_AFTER, Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    return new Problem(429, "Too many requests; wait before the next.").exception();
  }
}
