package dev.signet.server.store;

import dev.signet.server.settings.Settings.Limits;
import dev.signet.server.store.Store.Change;
import dev.signet.server.store.Store.Condition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes of an account's files, each within one transaction. The account's row is locked first, so
 * that what was asked still holds when it is acted upon.
 */
final class KeyFiles {
  private final Connection connection;
  private final long accountId;
  private final Limits limits;
  private final Instant now;

  private KeyFiles(Connection connection, long accountId, Limits limits, Instant now) {
    this.connection = connection;
    this.accountId = accountId;
    this.limits = limits;
    this.now = now;
  }

  /** The files of an account, which no one else changes meanwhile; empty where it is not there. */
  static Optional<KeyFiles> lock(
      Connection connection, String rowLock, long accountId, Limits limits, Instant now)
      throws SQLException {
    return AccountTable.lock(connection, accountId, rowLock)
        ? Optional.of(new KeyFiles(connection, accountId, limits, now))
        : Optional.empty();
  }

  Change put(KeyFileTable.NewFile file, Condition condition, int most) throws SQLException {
    Optional<KeyFileTable.Version> current = KeyFileTable.version(connection, file.id());
    if (current.isPresent() && current.get().accountId() != accountId) {
      return Change.NOT_FOUND;
    }
    if (!condition.holds(current.map(KeyFileTable.Version::sha256))) {
      return Change.CONDITION_FAILED;
    }
    if (current.isPresent()) {
      if (!current.get().sha256().equals(file.sha256())) {
        keep(file.id(), false);
      }
      KeyFileTable.update(connection, file);
      return Change.REPLACED;
    }
    if (KeyFileTable.count(connection, accountId) >= most) {
      return Change.QUOTA_EXCEEDED;
    }
    KeyFileTable.insert(connection, accountId, file);
    return Change.CREATED;
  }

  Change remove(UUID id, Condition condition) throws SQLException {
    Optional<KeyFileTable.Version> current =
        KeyFileTable.version(connection, id).filter(file -> file.accountId() == accountId);
    if (current.isEmpty()) {
      return Change.NOT_FOUND;
    }
    if (!condition.holds(current.map(KeyFileTable.Version::sha256))) {
      return Change.CONDITION_FAILED;
    }
    keep(id, true);
    KeyFileTable.delete(connection, id);
    return Change.REMOVED;
  }

  /** The version stays listed until it is too old: nothing is lost by restoring the wrong one. */
  Change restore(UUID id, long number, int most) throws SQLException {
    Optional<KeyVersionTable.Content> version =
        KeyVersionTable.find(connection, accountId, id, number);
    if (version.isEmpty()) {
      return Change.NOT_FOUND;
    }
    KeyFileTable.NewFile file =
        KeyFileTable.NewFile.of(id, Optional.of(version.get().name()), version.get().bytes(), now);
    return put(file, sha256 -> true, most);
  }

  private void keep(UUID id, boolean removed) throws SQLException {
    KeyVersionTable.deleteOf(connection, accountId, now.minus(limits.versionAge()));
    if (limits.versions() > 0) {
      KeyVersionTable.keep(connection, id, removed, now);
    }
    KeyVersionTable.leave(connection, accountId, id, limits.versions());
    // Files that are stored and removed again and again must not fill the store.
    KeyVersionTable.leaveOf(connection, accountId, limits.keysPerUser() * limits.versions());
  }
}
