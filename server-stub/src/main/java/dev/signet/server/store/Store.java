package dev.signet.server.store;

import dev.signet.server.settings.Settings.Limits;
import dev.signet.server.settings.StoreSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that outlives the process. A change is on disk when its method returns: it survives
 * the end of the process at that instant, and the end of the machine as far as its disk keeps its
 * word.
 *
 * <p>Every method throws {@link StoreException} where the store cannot be used; nothing has changed
 * then.
 */
public interface Store extends AutoCloseable {

  /**
   * Opens the store, creates it where it does not exist, and brings its tables up to date.
   *
   * @param limits how many versions of files are kept, and how long
   * @throws StoreException where it cannot be opened
   */
  static Store open(StoreSettings settings, Limits limits) {
    return JdbcStore.open(settings, limits, Clock.systemUTC());
  }

  /** The same, with five versions kept for thirty days. */
  static Store open(StoreSettings settings) {
    return open(settings, new Limits(262_144, 32, 5, Duration.ofDays(30)));
  }

  /**
   * Copies a backup into a store that holds nothing: all of it or, where that fails, nothing.
   *
   * @throws StoreException where the file is damaged or no backup, or the store holds something
   */
  static void restore(Path backup, StoreSettings settings, Limits limits) {
    BackupFile.read(
        backup,
        from -> {
          try (JdbcStore store = JdbcStore.open(settings, limits, Clock.systemUTC())) {
            store.fill(from);
          }
        });
  }

  /**
   * Whether the address can be one, without using it.
   *
   * @throws StoreException where no driver understands it
   */
  static void checkAddress(StoreSettings settings) {
    Dialect.of(settings);
  }

  /** Adds an account; false where the name is taken. */
  boolean addAccount(String name, String passwordHash);

  /** The account of that name. */
  Optional<Account> account(String name);

  /**
   * The account of that name, made without a password where there was none. Also of two that ask at
   * once.
   */
  Account ensureAccount(String name);

  /** Sets an account's password and ends its sessions; false where there is no such account. */
  boolean setPassword(String name, String passwordHash);

  /**
   * Removes an account with its sessions, its files and their versions; false where there is none.
   */
  boolean removeAccount(String name);

  /** The names of all accounts, sorted. */
  List<String> accountNames();

  /**
   * Begins a session, named by the SHA-256 of its token.
   *
   * @param account as it was when its user was found to be right
   * @return false where the account is not there any more, or has another password by now
   */
  boolean addSession(byte[] tokenHash, Account account, Instant now);

  /** The session with that token. */
  Optional<SessionRecord> session(byte[] tokenHash);

  /** Notes that a session was used. */
  void touchSession(byte[] tokenHash, Instant now);

  /** Ends a session, if it is there. */
  void removeSession(byte[] tokenHash);

  /** Removes the sessions that began before one instant, or were last used before another. */
  void removeSessionsBefore(Instant begun, Instant used);

  /** An account's files, oldest first, without their content. */
  List<KeyFile> keyFiles(long accountId);

  /** An account's file; empty where there is none, or it is another's. */
  Optional<KeyContent> keyFile(long accountId, UUID id);

  /**
   * Stores a file, new or over an old one.
   *
   * @param accountId whose file it is
   * @param id the client's choice; unique among all accounts
   * @param name what the user calls it; empty: it keeps its name, or gets its id for one
   * @param content the bytes
   * @param condition asked, within the same transaction, about the file that is there
   * @param most files that an account may have
   */
  Change putKeyFile(
      long accountId,
      UUID id,
      Optional<String> name,
      byte[] content,
      Condition condition,
      int most);

  /** Removes a file; {@code condition} as in {@link #putKeyFile}. */
  Change removeKeyFile(long accountId, UUID id, Condition condition);

  /** The versions that an account's file had, oldest first; also of one that was removed. */
  List<KeyVersion> keyVersions(long accountId, UUID id);

  /**
   * Makes a version the current one; what was current becomes a version.
   *
   * @param most files that an account may have
   * @return {@link Change#NOT_FOUND} where there is no such version, or another account has the id
   */
  Change restoreKeyFile(long accountId, UUID id, long number, int most);

  /** Removes versions that have been kept long enough, those of all accounts. */
  void removeOldVersions();

  /** Whether the store answers. */
  boolean isReady();

  /** Measures the pool of connections from now on; once. */
  void measure(MeterRegistry meters);

  /**
   * Writes accounts, files and versions, as they are at one instant, to a file that does not exist
   * yet. It is a SQLite file whatever the store is in, and readable by its owner alone.
   */
  void backup(Path file);

  @Override
  void close();

  /**
   * An account.
   *
   * @param id never given to another account, also when this one has been removed
   * @param passwordHash an Argon2id hash as a PHC string; empty where no password signs in
   */
  record Account(long id, String name, Optional<String> passwordHash) {}

  /** A session as the store knows it: without its token. */
  record SessionRecord(long accountId, String user, Instant begun, Instant used) {}

  /**
   * What is known about a file.
   *
   * @param size bytes
   * @param sha256 lower-case hexadecimal digest of the bytes; names their version
   */
  record KeyFile(
      UUID id, String name, int size, String sha256, Instant created, Instant modified) {}

  /**
   * What a file was.
   *
   * @param number counts the file's versions
   * @param ended when it was replaced or removed
   * @param removed whether it was removed
   */
  record KeyVersion(
      long number, String name, int size, String sha256, Instant ended, boolean removed) {}

  /** A file's bytes and their SHA-256. */
  record KeyContent(byte[] bytes, String sha256) {}

  /** A condition on what is there. */
  @FunctionalInterface
  interface Condition {
    /** Whether to go on, given the SHA-256 of the file that is there; empty where none is. */
    boolean holds(Optional<String> sha256);
  }

  /** What became of a change. Only the first three have changed anything. */
  enum Change {
    CREATED,
    REPLACED,
    REMOVED,
    /** No file of this account has the id; for a new file: another account's has it. */
    NOT_FOUND,
    CONDITION_FAILED,
    QUOTA_EXCEEDED
  }
}
