package dev.signet.e2e.engine;

import dev.signet.cases.EngineUnderTest;
import dev.signet.conformance.ConformanceCases;
import dev.signet.conformance.Corpus;
import dev.signet.conformance.Platform;
import dev.signet.conformance.path.LimboCorpus;
import dev.signet.engine.port.Answer;
import dev.signet.engine.port.Ask;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

/** x509-limbo where the browser's own crypto takes part: the same cases, the same exceptions. */
@DisplayName("A chain of x509-limbo")
@Order(13)
final class WasmLimboTest extends ConformanceCases {
  private final EngineUnderTest engine = BrowserEngine.factory().create(List.of(), true);

  /** One engine for all cases: they bring their own anchors, and it remembers nothing of them. */
  private final EngineUnderTest lasting =
      (EngineUnderTest)
          Proxy.newProxyInstance(
              EngineUnderTest.class.getClassLoader(),
              new Class<?>[] {EngineUnderTest.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("close")) {
                  return null;
                }
                try {
                  return method.invoke(engine, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });

  private final Platform sdk =
      new Platform() {
        @Override
        public String name() {
          return "SDK";
        }

        @Override
        public EngineUnderTest.Factory engines() {
          return (anchors, revocationOff) -> lasting;
        }

        @Override
        public List<Answer> answer(List<Ask<?>> asks) {
          throw new UnsupportedOperationException("chains are not judged by a primitive alone");
        }
      };

  @Override
  protected Platform platform() {
    return sdk;
  }

  @Override
  protected List<Corpus> corpora() {
    return List.of(new LimboCorpus());
  }

  @AfterAll
  void closeEngine() {
    engine.close();
  }
}
