package dev.signet.server.relay;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what other threads bring about. */
final class Until {
  /** Generous, so that a loaded machine passes. */
  private static final Duration MOST = Duration.ofSeconds(30);

  private Until() {}

  /** Returns once it holds; fails where it does not in time. */
  static void holds(String what, Callable<Boolean> condition) throws Exception {
    long start = System.nanoTime();
    while (!condition.call()) {
      if (System.nanoTime() - start > MOST.toNanos()) {
        throw new AssertionError("not in " + MOST.toSeconds() + " s: " + what);
      }
      Thread.sleep(10);
    }
  }
}
