package dev.signet.wasm;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ShortDigests;
import dev.signet.engine.port.Answer;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.teavm.jso.JSObject;

/**
 * One operation under way. In each round it offers every ask to the host first, gives what the host
 * does not have to the modules with primitives, which work while the host does, and goes on when
 * the last answer is there.
 */
final class Job {
  /** Octets. */
  private static final int SHORT = 4096;

  private final int number;
  private Step<Outcome> step;
  private List<Ask<?>> asks = List.of();
  private Answer[] answers = {};

  /** Which asks were given to another module. */
  private boolean[] elsewhere = {};

  private int missing;

  Job(int number, Step<Outcome> step) {
    this.number = number;
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
    elsewhere = new boolean[answers.length];
    missing = 0;
    for (int i = 0; i < answers.length; i++) {
      answers[i] = shortAnswer(asks.get(i));
      if (answers[i] != null) {
        continue;
      }
      // What the host begins runs beside the modules, so all of it has to be begun first; what a
      // module is given it does only when this has ended.
      if (HostAsks.begin(number, i, asks.get(i)) || beginElsewhere(i)) {
        missing++;
      }
    }
  }

  /** The hash of a little content, for which going to the host and back takes longer; else null. */
  private static Answer shortAnswer(Ask<?> ask) {
    return ask instanceof Ask.Digest digest
            && digest.content().length() <= SHORT
            && ShortDigests.has(digest.algorithm())
        ? Answer.of(ShortDigests.of(digest.algorithm(), digest.content().read()))
        : null;
  }

  /** Gives an ask to another module; where there is none for it, the ask is answered at once. */
  private boolean beginElsewhere(int index) {
    Ask<?> ask = asks.get(index);
    if (ask instanceof Ask.Progress) {
      // Nobody to tell and nothing to give way to.
      answers[index] = Answer.of(null);
      return false;
    }
    if (ask instanceof Ask.AskResponder) {
      answers[index] =
          Answer.failed(
              new SmimeException(ErrorCode.UNSUPPORTED_ALGORITHM, "there is no way to responders"));
      return false;
    }
    elsewhere[index] = EncodedAsks.begin(number, index, ask);
    if (!elsewhere[index]) {
      answers[index] =
          Answer.failed(
              new SmimeException(ErrorCode.UNSUPPORTED_ALGORITHM, "an ask without an answer"));
    }
    return elsewhere[index];
  }

  /** Takes the host's answer. See {@link #advance} for the result. */
  boolean answered(int index, JSObject value) {
    Ask<?> ask = asks.get(index);
    return take(
        index, elsewhere[index] ? EncodedAsks.read(ask, value) : HostAnswers.read(ask, value));
  }

  /** Takes the host's refusal: the work failed, or the caller has given up. */
  boolean refused(int index, SmimeException error) {
    return take(index, Answer.failed(error));
  }

  /** Learns that the host has no such primitive after all. */
  boolean declined(int index) {
    return !beginElsewhere(index) && take(index, answers[index]);
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
