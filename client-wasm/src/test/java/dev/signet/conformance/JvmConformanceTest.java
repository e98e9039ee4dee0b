package dev.signet.conformance;

import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.JvmEngine;
import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Answer;
import dev.signet.engine.port.Answers;
import dev.signet.engine.port.Ask;
import java.util.List;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On the JVM: published cases")
class JvmConformanceTest extends ConformanceCases {
  private static final Platform JVM =
      new Platform() {
        private final Answers answers = RareAnswers.withCommon(new HeapHost());

        @Override
        public String name() {
          return "jvm";
        }

        @Override
        public EngineUnderTest.Factory engines() {
          return JvmEngine::new;
        }

        @Override
        public List<Answer> answer(List<Ask<?>> asks) {
          return asks.stream().map(answers::tryAnswer).toList();
        }
      };

  @Override
  protected Platform platform() {
    return JVM;
  }
}
