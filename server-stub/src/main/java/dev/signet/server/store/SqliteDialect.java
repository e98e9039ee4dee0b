package dev.signet.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** One SQLite file: durable, and private to its owner. */
final class SqliteDialect implements Dialect {
  private static final int BUSY_MILLIS = 5_000;

  /** Where less than this is free, an error of the file system is for want of space. */
  private static final long LITTLE_SPACE = 256 * 1024;

  private final Path file;

  /** Which file the connections have open; null before there is one. */
  private volatile Object opened;

  SqliteDialect(Path file) {
    this.file = file.toAbsolutePath();
  }

  @Override
  public String place() {
    return file.toString();
  }

  /** SQLite gives its log and shared-memory files the permissions of the file itself. */
  @Override
  public void create() {
    try {
      boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      Files.createFile(
          file,
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0]);
      syncFolder(file);
    } catch (FileAlreadyExistsException e) {
      // The ordinary case: the administrator's choice of permissions stands.
    } catch (IOException e) {
      throw new StoreException(
          "setting store: " + file + " cannot be created (" + e + ")", e, false);
    }
  }

  /** The entry of a new file is on disk when its folder is. */
  static void syncFolder(Path file) throws IOException {
    try (FileChannel folder =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  @Override
  public HikariConfig pool() {
    SQLiteConfig config = new SQLiteConfig();
    // It exists by now. Where it has vanished, an empty one in its place would look like a store.
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // With WAL, FULL syncs the log at every commit: what has been answered is on disk.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    // A transaction that reads and then writes takes the write lock at once, instead of failing
    // half-way.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(source);
    pool.setConnectionTimeout(BUSY_MILLIS);
    return pool;
  }

  @Override
  public String migrations() {
    return "sqlite";
  }

  @Override
  public Map<String, String> types() {
    return Map.of("bytes", "BLOB", "number", "INTEGER");
  }

  /** None: there is one writer at a time. */
  @Override
  public String rowLock() {
    return "";
  }

  @Override
  public boolean hasOneWriter() {
    return true;
  }

  /** By hand: the driver's own transactions are those of writers and would keep others waiting. */
  @Override
  public void beginSnapshot(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN DEFERRED");
    }
  }

  /**
   * SQLite would go on writing to a file that was deleted or moved away, and what it has written
   * would be lost. Another file in its place is opened anew.
   */
  @Override
  public void verify(HikariDataSource source) throws SQLException {
    Object there;
    try {
      there = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      throw new SQLException("the file is not there: " + e, e);
    }
    if (there != null && !there.equals(opened)) {
      if (opened != null) {
        source.getHikariPoolMXBean().softEvictConnections();
      }
      opened = there;
    }
  }

  @Override
  public boolean isFull(SQLException e) {
    if (!(e instanceof SQLiteException sqlite)) {
      return false;
    }
    int code = sqlite.getResultCode().code & 0xff;
    return code == SQLiteErrorCode.SQLITE_FULL.code
        || ((code == SQLiteErrorCode.SQLITE_IOERR.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code)
            && hasLittleSpace());
  }

  private boolean hasLittleSpace() {
    try {
      return Files.getFileStore(file).getUsableSpace() < LITTLE_SPACE;
    } catch (IOException e) {
      return false;
    }
  }

  /** Writers take turns; who waits too long is told that the store cannot be used now. */
  @Override
  public boolean isConflict(SQLException e) {
    return false;
  }

  /** A change of the journal's mode does not wait for other connections. */
  @Override
  public boolean isBusy(SQLException e) {
    return e instanceof SQLiteException sqlite
        && (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
  }
}
