package dev.signet.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens the SQLite file: durable, private to its owner, with today's tables. */
final class SqliteSource {
  private static final String PREFIX = "jdbc:sqlite:";
  private static final int CONNECTIONS = 8;
  private static final int BUSY_MILLIS = 5_000;

  private SqliteSource() {}

  static HikariDataSource open(String url) {
    createPrivately(Path.of(url.substring(PREFIX.length())));
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("store");
    pool.setDataSource(source(url));
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setConnectionTimeout(BUSY_MILLIS);
    HikariDataSource opened = null;
    try {
      opened = new HikariDataSource(pool);
      Flyway.configure()
          .dataSource(opened)
          .locations("classpath:dev/signet/server/store/migration")
          .load()
          .migrate();
      return opened;
    } catch (FlywayException | HikariPool.PoolInitializationException e) {
      if (opened != null) {
        opened.close();
      }
      throw new StoreException("store " + url + ": " + firstLine(e), e, false);
    }
  }

  private static SQLiteDataSource source(String url) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // With WAL, FULL syncs the log at every commit: what has been answered is on disk.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    // A transaction that reads and then writes takes the write lock at once, instead of failing
    // half-way.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }

  /** SQLite gives its log and shared-memory files the permissions of the file itself. */
  private static void createPrivately(Path file) {
    try {
      boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      Files.createFile(
          file,
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0]);
    } catch (FileAlreadyExistsException e) {
      // The ordinary case: the administrator's choice of permissions stands.
    } catch (IOException e) {
      throw new StoreException("store " + file + ": cannot be created (" + e + ")", e, false);
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("cannot be opened");
  }
}
