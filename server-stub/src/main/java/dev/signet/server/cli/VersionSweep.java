package dev.signet.server.cli;

import dev.signet.server.store.Store;
import dev.signet.server.store.StoreException;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes, at the start and then hourly, versions of files that have been kept long enough: those
 * of users who change nothing would stay for ever.
 */
final class VersionSweep {
  private static final Logger LOG = LoggerFactory.getLogger(VersionSweep.class);

  private VersionSweep() {}

  /** Until the process ends. */
  static void start(Store store) {
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            sweep(store);
          }
        };
    new Timer("versions", true).schedule(task, 0, Duration.ofHours(1).toMillis());
  }

  private static void sweep(Store store) {
    try {
      store.removeOldVersions();
    } catch (StoreException e) {
      // The next one removes what this one has left.
      LOG.warn("old versions of files stay for now: {}", e.getMessage());
    }
  }
}
