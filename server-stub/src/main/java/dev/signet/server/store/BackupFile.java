package dev.signet.server.store;

import com.zaxxer.hikari.HikariDataSource;
import dev.signet.server.settings.StoreSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * A backup: a SQLite file with the tables of a store, whatever database the store is in. It is
 * there whole or not at all.
 */
final class BackupFile {
  private BackupFile() {}

  /** Writes what a connection sees, within a transaction of the caller's. */
  static void write(Connection from, Path file) throws SQLException {
    Path whole = file.toAbsolutePath();
    if (Files.exists(whole)) {
      throw new StoreException(file + " exists already", null, false);
    }
    Path partial = null;
    try {
      // Readable by its owner alone, as temporary files are.
      partial = Files.createTempFile(whole.getParent(), whole.getFileName() + ".", ".partial");
      fill(from, partial);
      try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
      SqliteDialect.syncFolder(whole);
    } catch (IOException e) {
      throw new StoreException("backup to " + file + " failed (" + e + ")", e, false);
    } finally {
      delete(partial);
    }
  }

  private static void fill(Connection from, Path file) throws SQLException {
    try (HikariDataSource made = open(file);
        Connection to = made.getConnection()) {
      to.setAutoCommit(false);
      Rows.copy(from, to);
      BackupSeal.set(to);
      to.commit();
    }
  }

  /** Brings a backup's tables up to date, in a copy of it, and copies its rows. */
  static void read(Path file, RowsTo to) {
    Path copy = null;
    try {
      if (!Files.isRegularFile(file)) {
        throw new StoreException(file + " is not a backup", null, false);
      }
      copy = Files.createTempFile("signet-restore", ".db");
      // Into the file that is there, which is its owner's alone, whatever the backup's rights are.
      try (OutputStream out = Files.newOutputStream(copy)) {
        Files.copy(file, out);
      }
      check(file, copy);
      try (HikariDataSource source = open(copy);
          Connection from = source.getConnection()) {
        to.copy(from);
      }
    } catch (IOException | SQLException e) {
      throw new StoreException("restore of " + file + " failed (" + e.getMessage() + ")", e, false);
    } finally {
      delete(copy);
    }
  }

  /** Receives the rows. */
  @FunctionalInterface
  interface RowsTo {
    void copy(Connection from) throws SQLException;
  }

  private static void check(Path file, Path copy) {
    String fault;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
      if (!BackupSeal.isThere(connection)) {
        fault = " is not a backup";
      } else if (!BackupSeal.isWhole(connection)) {
        fault = " is damaged";
      } else {
        return;
      }
    } catch (SQLException e) {
      fault = e.getMessage().contains("NOTADB") ? " is not a backup" : " is damaged";
    }
    throw new StoreException(file + fault, null, false);
  }

  private static HikariDataSource open(Path file) {
    StoreSettings settings = StoreSettings.of("jdbc:sqlite:" + file);
    return Opening.open(settings, Dialect.of(settings));
  }

  private static void delete(Path file) {
    if (file == null) {
      return;
    }
    for (String end : List.of("", "-wal", "-shm", "-journal")) {
      try {
        Files.deleteIfExists(Path.of(file + end));
      } catch (IOException e) {
        // What is left is private and does no harm; the failure that led here counts.
      }
    }
  }
}
