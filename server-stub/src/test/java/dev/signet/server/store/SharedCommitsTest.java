package dev.signet.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changes that wait for each other; the transactions are counted, and undone by nobody here. */
class SharedCommitsTest {
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final AtomicInteger transactions = new AtomicInteger();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final SharedCommits shared = new SharedCommits(this::transaction);

  private <T> T transaction(Jdbc.Work<T> work) {
    transactions.incrementAndGet();
    try {
      return work.on(null);
    } catch (SQLException e) {
      throw new StoreException("failed", e, false);
    }
  }

  @AfterEach
  void end() {
    gate.countDown();
    callers.shutdownNow();
  }

  /** Holds the first transaction open until the gate opens; returns when it has begun. */
  private Future<String> first() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Future<String> first =
        callers.submit(
            () ->
                shared.run(
                    connection -> {
                      begun.countDown();
                      await(gate);
                      return "first";
                    }));
    begun.await();
    return first;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void untilWaiting(int count) throws InterruptedException {
    while (shared.waiting() < count) {
      Thread.sleep(1);
    }
  }

  @Test
  void changesThatWaitShareOneTransaction() throws Exception {
    Future<String> first = first();
    List<Future<Integer>> others = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int number = i;
      others.add(callers.submit(() -> shared.run(connection -> number)));
    }
    untilWaiting(20);
    gate.countDown();
    assertEquals("first", first.get());
    for (int i = 0; i < 20; i++) {
      assertEquals(i, others.get(i).get());
    }
    assertEquals(2, transactions.get());
  }

  @Test
  void nobodyFailsForWhatAnotherDoes() throws Exception {
    Future<String> first = first();
    Future<String> good = callers.submit(() -> shared.run(connection -> "good"));
    untilWaiting(1);
    Future<String> bad =
        callers.submit(
            () ->
                shared.run(
                    connection -> {
                      throw new SQLException("no");
                    }));
    untilWaiting(2);
    Future<String> after = callers.submit(() -> shared.run(connection -> "after"));
    untilWaiting(3);
    gate.countDown();
    assertEquals("first", first.get());
    assertEquals("good", good.get());
    assertEquals("after", after.get());
    ExecutionException failure = assertThrows(ExecutionException.class, bad::get);
    assertTrue(failure.getCause() instanceof StoreException);
    assertEquals("next", shared.run(connection -> "next"));
  }

  @Test
  void nobodyWaitsForEverWhenTheOneWhoCommitsIsStruckDown() throws Exception {
    Future<String> first = first();
    Future<String> struck =
        callers.submit(
            () ->
                shared.run(
                    connection -> {
                      throw new OutOfMemoryError("for the test");
                    }));
    untilWaiting(1);
    Future<String> behind = callers.submit(() -> shared.run(connection -> "behind"));
    untilWaiting(2);
    gate.countDown();
    assertEquals("first", first.get());
    assertThrows(ExecutionException.class, struck::get);
    assertThrows(ExecutionException.class, behind::get);
    assertEquals("next", shared.run(connection -> "next"));
  }
}
