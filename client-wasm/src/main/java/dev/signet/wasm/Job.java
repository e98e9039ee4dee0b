package dev.signet.wasm;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Answer;
import dev.signet.engine.port.Answers;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSObject;

/**
 * One operation under way. In each round it offers every ask to the host first, does what is left
 * itself while the host works, and goes on when the last answer is there.
 */
final class Job {
  private final int number;
  private final Answers own;
  private Step<Outcome> step;
  private List<Ask<?>> asks = List.of();
  private Answer[] answers = {};
  private int missing;

  Job(int number, Answers own, Step<Outcome> step) {
    this.number = number;
    this.own = own;
    this.step = step;
  }

  /**
   * Works until the host has to answer or the operation has ended.
   *
   * @return whether it has ended; the host has been told then
   */
  boolean advance() {
    while (step.waiting()) {
      ask();
      if (missing > 0) {
        return false;
      }
      step = step.resume(Arrays.asList(answers));
    }
    end();
    return true;
  }

  private void ask() {
    asks = step.asks();
    answers = new Answer[asks.size()];
    missing = 0;
    boolean[] begun = new boolean[answers.length];
    for (int i = 0; i < answers.length; i++) {
      begun[i] = HostAsks.begin(number, i, asks.get(i));
      if (begun[i]) {
        missing++;
      }
    }
    for (int i = 0; i < answers.length; i++) {
      if (!begun[i]) {
        answers[i] = answerOwn(i);
      }
    }
  }

  /** Takes the host's answer. See {@link #advance} for the result. */
  boolean answered(int index, JSObject value) {
    return take(index, HostAnswers.read(asks.get(index), value));
  }

  /** Takes the host's refusal: the work failed, or the caller has given up. */
  boolean refused(int index, SmimeException error) {
    return take(index, Answer.failed(error));
  }

  /** Learns that the host has no such primitive after all. */
  boolean declined(int index) {
    return take(index, answerOwn(index));
  }

  private boolean take(int index, Answer answer) {
    answers[index] = answer;
    missing--;
    if (missing > 0) {
      return false;
    }
    step = step.resume(Arrays.asList(answers));
    return advance();
  }

  private Answer answerOwn(int index) {
    // Nobody to tell and nothing to give way to.
    return asks.get(index) instanceof Ask.Progress
        ? Answer.of(null)
        : own.tryAnswer(asks.get(index));
  }

  private void end() {
    Outcome outcome;
    try {
      outcome = step.result();
    } catch (SmimeException e) {
      fail(number, e);
      return;
    }
    HostFunctions.succeeded(number, Window.text(outcome.report()), WasmBulk.list(outcome.parts()));
  }

  /** Tells the host how a job failed. */
  static void fail(int number, SmimeException error) {
    JSObject details = HostFunctions.list();
    for (Map.Entry<String, String> detail : error.details().entrySet()) {
      HostFunctions.append(details, Window.text(detail.getKey()));
      HostFunctions.append(details, Window.text(detail.getValue()));
    }
    HostFunctions.failed(
        number, Window.text(error.code().text()), Window.text(error.getMessage()), details);
  }

  /** Tells the host that a job failed for no reason that the engine knows. */
  static void failInside(int number) {
    fail(number, new SmimeException(ErrorCode.INTERNAL_ERROR, "the engine failed"));
  }
}
