package dev.signet.server.session;

import dev.signet.server.http.ProblemException;
import io.undertow.server.HttpServerExchange;
import java.util.Optional;

/** Says whose a request is. */
@FunctionalInterface
public interface SessionSource {
  /**
   * The session of a request; empty where it has none that is still good.
   *
   * @throws ProblemException where the request is not to be answered at all
   */
  Optional<Session> find(HttpServerExchange exchange) throws ProblemException;
}
