package dev.signet.server.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Optional;

/**
 * The conditions under which a request is to be carried out (RFC 9110, 13.1); without any it always
 * is.
 *
 * @param match {@code If-Match}
 * @param noneMatch {@code If-None-Match}
 */
public record Preconditions(Optional<EntityTags> match, Optional<EntityTags> noneMatch) {

  /** The conditions of a request; 400 where one is malformed. */
  public static Preconditions of(HttpServerExchange exchange) throws ProblemException {
    HeaderMap fields = exchange.getRequestHeaders();
    return new Preconditions(read(fields, Headers.IF_MATCH), read(fields, Headers.IF_NONE_MATCH));
  }

  private static Optional<EntityTags> read(HeaderMap fields, HttpString name)
      throws ProblemException {
    HeaderValues values = fields.get(name);
    return values == null
        ? Optional.empty()
        : Optional.of(EntityTags.parse(String.join(",", values)));
  }

  /**
   * Whether a state-changing request is to be carried out, else it is answered 412.
   *
   * @param current the strong entity tag of what is there; empty where nothing is
   */
  public boolean allowChange(Optional<String> current) {
    boolean matches =
        match.isEmpty() || (current.isPresent() && match.get().strongly(current.get()));
    boolean differs =
        noneMatch.isEmpty() || current.isEmpty() || !noneMatch.get().weakly(current.get());
    return matches && differs;
  }

  /** Whether a GET is answered 304: the client holds {@code current} already. */
  public boolean isFresh(String current) {
    return noneMatch.isPresent() && noneMatch.get().weakly(current);
  }
}
