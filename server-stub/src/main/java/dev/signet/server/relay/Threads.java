package dev.signet.server.relay;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that wait for others, apart from those that serve. */
final class Threads {
  private static final int IDLE_SECONDS = 10;

  private Threads() {}

  /**
   * At most so many threads and nothing in a queue: a task beyond is rejected at once. They do not
   * keep the process alive.
   */
  static ExecutorService upTo(int most, String name) {
    return new ThreadPoolExecutor(
        0,
        most,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
