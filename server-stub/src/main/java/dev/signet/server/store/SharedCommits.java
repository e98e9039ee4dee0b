package dev.signet.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets changes that wait for each other share one transaction, so that one sync of the disk serves
 * them all. Each caller returns after the commit that holds its change, never before. Where a
 * shared transaction fails, it is undone and each change is tried again on its own: nobody fails
 * for what another has done.
 *
 * <p>For SQLite, which has one writer at a time and lets others poll for their turn; here they
 * queue instead, before they take a connection that readers could use.
 */
final class SharedCommits {
  /** Bounds what a failure undoes, and how long readers of the log wait for a commit. */
  private static final int MOST_TOGETHER = 64;

  private final Transactions transactions;
  private final Queue<Change<?>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  SharedCommits(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Does work in a transaction of its own; when it returns, the work is committed. */
  @FunctionalInterface
  interface Transactions {
    <T> T run(Jdbc.Work<T> work);
  }

  /** Does the work, perhaps more than once, and then all but the last is undone. */
  <T> T run(Jdbc.Work<T> work) {
    Change<T> mine = new Change<>(work);
    waiting.add(mine);
    turn.lock();
    try {
      while (!mine.done) {
        commit(next());
      }
    } finally {
      turn.unlock();
    }
    return mine.outcome();
  }

  /** How many changes are waiting for their turn. */
  int waiting() {
    return waiting.size();
  }

  private List<Change<?>> next() {
    List<Change<?>> group = new ArrayList<>();
    while (group.size() < MOST_TOGETHER && !waiting.isEmpty()) {
      group.add(waiting.remove());
    }
    return group;
  }

  private void commit(List<Change<?>> group) {
    try {
      if (group.size() > 1 && committed(group)) {
        return;
      }
      for (Change<?> each : group) {
        each.commitBy(transactions);
      }
    } catch (Error e) {
      // Whoever has its turn next must not wait for what nobody does any more.
      group.stream()
          .filter(each -> !each.done)
          .forEach(each -> each.fail(new StoreException("the store failed: " + e, e, false)));
      throw e;
    }
  }

  private boolean committed(List<Change<?>> group) {
    List<Runnable> outcomes;
    try {
      outcomes =
          transactions.run(
              connection -> {
                List<Runnable> done = new ArrayList<>();
                for (Change<?> each : group) {
                  done.add(each.on(connection));
                }
                return done;
              });
    } catch (RuntimeException e) {
      return false;
    }
    outcomes.forEach(Runnable::run);
    return true;
  }

  /** One caller's work, and what became of it. Guarded by {@link #turn}. */
  private static final class Change<T> {
    private final Jdbc.Work<T> work;
    private boolean done;
    private T result;
    private RuntimeException failure;

    Change(Jdbc.Work<T> work) {
      this.work = work;
    }

    /** Does the work; what is returned records the result, once it is committed. */
    Runnable on(Connection connection) throws SQLException {
      T found = work.on(connection);
      return () -> succeed(found);
    }

    void commitBy(Transactions transactions) {
      try {
        succeed(transactions.run(work));
      } catch (RuntimeException e) {
        fail(e);
      }
    }

    void succeed(T found) {
      result = found;
      done = true;
    }

    void fail(RuntimeException e) {
      failure = e;
      done = true;
    }

    T outcome() {
      if (failure != null) {
        throw failure;
      }
      return result;
    }
  }
}
