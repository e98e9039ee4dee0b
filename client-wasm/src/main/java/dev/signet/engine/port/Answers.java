package dev.signet.engine.port;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import java.util.ArrayList;
import java.util.List;

/** Does asked work at once. */
public interface Answers {
  /**
   * @throws SmimeException when the work cannot be done
   */
  <A> A answer(Ask<A> ask);

  /** The same as a value: what is thrown becomes a failed answer, of a defined kind. */
  default Answer tryAnswer(Ask<?> ask) {
    try {
      return Answer.of(answer(ask));
    } catch (SmimeException e) {
      return Answer.failed(e);
    } catch (RuntimeException e) {
      return Answer.failed(new SmimeException(ErrorCode.INTERNAL_ERROR, "the engine failed"));
    }
  }

  /**
   * Drives an operation to its end.
   *
   * @throws SmimeException the error that it ended with
   */
  default <T> T run(Step<T> operation) {
    Step<T> step = operation;
    while (step.waiting()) {
      List<Answer> answers = new ArrayList<>();
      for (Ask<?> ask : step.asks()) {
        answers.add(tryAnswer(ask));
      }
      step = step.resume(answers);
    }
    return step.result();
  }
}
