package dev.signet.server.keys;

import dev.signet.server.http.ProblemException;
import dev.signet.server.http.Problems;
import io.undertow.server.HttpServerExchange;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id in {@code /api/keys/{id}}. */
final class KeyPath {
  /** RFC 9562, 4. {@link UUID#fromString} alone would take {@code 1-1-1-1-1}. */
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  static final String FOLDER = "/api/keys/";

  private KeyPath() {}

  /** The id; 404 for what is not a UUID, since nothing can be there. */
  static UUID id(HttpServerExchange exchange) throws ProblemException {
    String path = exchange.getRequestPath();
    String id = path.substring(FOLDER.length()).toLowerCase(Locale.ROOT);
    if (!UUID_TEXT.matcher(id).matches()) {
      throw Problems.notFound();
    }
    return UUID.fromString(id);
  }
}
