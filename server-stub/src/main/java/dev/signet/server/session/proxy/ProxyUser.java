package dev.signet.server.session.proxy;

import dev.signet.server.http.ClientAddress;
import dev.signet.server.session.ExternalAccounts;
import dev.signet.server.settings.Settings;
import dev.signet.server.settings.TransportSettings;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The user whom a trusted proxy names. The header of anybody else has no meaning, nor has one that
 * is there more than once, is not UTF-8, or holds no name.
 */
public final class ProxyUser {
  /** What Apache's {@code %{VARIABLE}e} writes where nobody has signed in: no name to share. */
  private static final String APACHES_NOBODY = "(null)";

  private final TransportSettings transport;
  private final HttpString header;

  public ProxyUser(Settings settings) {
    this.transport = settings.transport();
    this.header = new HttpString(settings.signIn().proxyUserHeader());
  }

  /** The name, in the form in which it is stored. */
  Optional<String> of(HttpServerExchange exchange) {
    HeaderValues given = exchange.getRequestHeaders().get(header);
    // The peer itself: it is whose word counts here, not whom it speaks for.
    if (given == null
        || given.size() != 1
        || !transport.trusts(ClientAddress.of(exchange).peer())) {
      return Optional.empty();
    }
    return utf8(given.getFirst())
        .flatMap(ExternalAccounts::name)
        .filter(name -> !name.equals(APACHES_NOBODY));
  }

  /** Undertow hands the bytes of a field out as ISO 8859-1. */
  private static Optional<String> utf8(String bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
