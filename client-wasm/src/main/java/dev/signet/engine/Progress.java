package dev.signet.engine;

import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import java.util.function.Supplier;

/** Tells the driver where an operation begins and ends. */
final class Progress {
  private Progress() {}

  /**
   * The operation, with the news that nothing is done before it and that all is done after it. A
   * driver that has been told to give up does so at the first of them, before any work.
   *
   * @param total octets that the operation has to go through
   */
  static <T> Step<T> around(long total, Supplier<Step<T>> operation) {
    return Step.ask(new Ask.Progress(0, total))
        .then(ignored -> operation.get())
        .then(result -> Step.ask(new Ask.Progress(total, total)).map(ignored -> result));
  }
}
