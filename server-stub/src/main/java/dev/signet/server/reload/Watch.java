package dev.signet.server.reload;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at files in turn, every two seconds. Looking costs one system call a file and works where
 * notifications do not: on network file systems, through links, over containers' mounts.
 */
public final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final int SECONDS = 2;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "files");
            thread.setDaemon(true);
            return thread;
          });

  /** Looks from now on. */
  public void add(Reloaded<?> files) {
    var unused =
        timer.scheduleWithFixedDelay(() -> look(files), SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private static void look(Reloaded<?> files) {
    try {
      files.look();
    } catch (RuntimeException e) {
      // A task that throws would never run again.
      LOG.error("files cannot be looked at", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
