package dev.signet.engine.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("An operation of the engine")
class StepTest {
  private static Step<Long> asked(long done) {
    return Step.ask(new Ask.Progress(done, 10)).map(ignored -> done);
  }

  private static Step<?> answered(Step<?> step) {
    return step.resume(step.asks().stream().map(ask -> Answer.of(null)).toList());
  }

  @Nested
  @DisplayName("that waits")
  class Waiting {
    @Test
    @DisplayName("names its work, and goes on with the answer")
    void goesOn() {
      Step<Long> step = asked(3).then(value -> asked(value + 1)).map(value -> value * 2);
      assertTrue(step.waiting());
      assertEquals(List.of(new Ask.Progress(3, 10)), step.asks());
      Step<?> second = answered(step);
      assertEquals(List.of(new Ask.Progress(4, 10)), second.asks());
      assertEquals(8L, answered(second).result());
    }

    @Test
    @DisplayName("can be resumed twice, since it changes nothing of itself")
    void isImmutable() {
      Step<Long> step = asked(1).map(value -> value + 1);
      assertEquals(2L, answered(step).result());
      assertEquals(2L, answered(step).result());
    }

    @Test
    @DisplayName("fails with the answer's error, unless it recovers")
    void failedAnswer() {
      Step<Long> step = asked(1);
      SmimeException error = SmimeException.malformed("x");
      Step<Long> failed = step.resume(List.of(Answer.failed(error)));
      assertEquals(error, assertThrows(SmimeException.class, failed::result));
      Step<Long> recovered = step.recover(e -> Step.done(7L)).resume(List.of(Answer.failed(error)));
      assertEquals(7L, recovered.result());
    }
  }

  @Nested
  @DisplayName("made of several")
  class Several {
    @Test
    @DisplayName("asks for all of them in one round and keeps their order")
    void together() {
      Step<List<Long>> all =
          Step.all(List.of(asked(1), Step.done(2L), asked(3).then(StepTest::asked)));
      assertEquals(2, all.asks().size());
      Step<?> second = answered(all);
      assertEquals(1, second.asks().size());
      assertEquals(List.of(1L, 2L, 3L), answered(second).result());
    }

    @Test
    @DisplayName("ends with the first error in order")
    void firstError() {
      Step<Long> bad = Step.failed(SmimeException.malformed("bad"));
      Step<?> ended = answered(Step.all(List.of(asked(1), bad)));
      assertEquals("bad", assertThrows(SmimeException.class, ended::result).getMessage());
    }

    @Test
    @DisplayName("one after the other takes 100,000 items without exhausting the stack")
    void manyItems() {
      List<Integer> items = IntStream.range(0, 100_000).boxed().toList();
      assertEquals(items, Step.each(items, Step::done).result());
    }

    @Test
    @DisplayName("one after the other asks for one at a time")
    void oneByOne() {
      List<Long> seen = new ArrayList<>();
      Step<?> step =
          Step.each(
              List.of(1L, 2L),
              item -> {
                seen.add(item);
                return asked(item);
              });
      assertEquals(List.of(1L), seen);
      assertEquals(List.of(1L, 2L), answered(answered(step)).result());
    }
  }

  @Test
  @DisplayName("turns an unforeseen exception into internal-error, without its text")
  void unforeseen() {
    Step<Object> step =
        Step.done(1)
            .then(
                value -> {
                  throw new IllegalStateException("secret");
                });
    SmimeException error = assertThrows(SmimeException.class, step::result);
    assertEquals(ErrorCode.INTERNAL_ERROR, error.code());
    assertEquals("the engine failed", error.getMessage());
  }
}
