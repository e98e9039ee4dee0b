package dev.signet.server.keys;

import dev.signet.server.http.Problem;
import dev.signet.server.http.ProblemException;
import io.undertow.server.HttpServerExchange;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name that a user gives to a file: one line of text, shown and never interpreted. */
final class KeyName {
  private static final int MOST_CHARS = 200;

  /**
   * Control characters, line ends, half surrogates and U+FFFD, which stands for bytes that were no
   * UTF-8.
   */
  private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFD]");

  private KeyName() {}

  /** The query parameter {@code name}, if it is there; 400 for one that cannot be taken. */
  static Optional<String> of(HttpServerExchange exchange) throws ProblemException {
    Deque<String> given = exchange.getQueryParameters().get("name");
    if (given == null) {
      return Optional.empty();
    }
    String name = given.getFirst().strip();
    if (given.size() > 1
        || name.isEmpty()
        || name.length() > MOST_CHARS
        || FORBIDDEN.matcher(name).find()) {
      throw new Problem(400, "name", "A name has 1 to " + MOST_CHARS + " characters on one line.")
          .exception();
    }
    return Optional.of(name);
  }
}
