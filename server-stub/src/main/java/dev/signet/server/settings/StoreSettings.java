package dev.signet.server.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the store is.
 *
 * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}
 * @param user name at the database; empty for SQLite, or where the address or the database's own
 *     rules give it
 * @param password for that name; empty where none is needed
 * @param connections most connections that are held open
 */
public record StoreSettings(
    String url, Optional<String> user, Optional<String> password, int connections) {
  private static final String SQLITE = "jdbc:sqlite:";

  /** A SQLite store, or a database that needs no name. */
  public static StoreSettings of(String url) {
    return new StoreSettings(url, Optional.empty(), Optional.empty(), 10);
  }

  /** The file of a SQLite store; empty for a database server. */
  public Optional<Path> file() {
    return url.startsWith(SQLITE)
        ? Optional.of(Path.of(url.substring(SQLITE.length())))
        : Optional.empty();
  }

  /** Without the password. The address of a database may hold one as well. */
  @Override
  public String toString() {
    return url.replaceFirst("\\?.*", "");
  }
}
