package dev.signet.wasm;

import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The operations under way, by the numbers that the loader gave them. */
final class Jobs {
  private final Map<Integer, Job> running = new HashMap<>();

  /** Starts an operation. */
  void start(int number, Supplier<Step<Outcome>> operation) {
    Job job = new Job(number, Step.start(operation));
    running.put(number, job);
    step(number, Job::advance);
  }

  /** Lets a job go on. The answer to one that is gone is ignored. */
  void step(int number, Predicate<Job> action) {
    Job job = running.get(number);
    if (job == null) {
      return;
    }
    boolean ended = true;
    try {
      ended = action.test(job);
    } catch (SmimeException e) {
      Job.fail(number, e);
    } catch (RuntimeException | Error e) {
      Job.failInside(number);
    }
    if (ended) {
      running.remove(number);
    }
  }

  /** Forgets a job that the loader has given up. */
  void forget(int number) {
    running.remove(number);
  }
}
