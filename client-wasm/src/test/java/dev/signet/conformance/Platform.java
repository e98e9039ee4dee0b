package dev.signet.conformance;

import dev.signet.cases.EngineUnderTest;
import dev.signet.engine.port.Answer;
import dev.signet.engine.port.Ask;
import java.util.List;

/** One place where the engine runs. */
public interface Platform {
  /** The name of its column and of its results in {@code target/conformance}. */
  String name();

  EngineUnderTest.Factory engines();

  /** What the primitives of the platform answer, in the order of the asks. */
  List<Answer> answer(List<Ask<?>> asks);
}
