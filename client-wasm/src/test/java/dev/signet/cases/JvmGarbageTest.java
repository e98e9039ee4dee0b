package dev.signet.cases;

import org.junit.jupiter.api.DisplayName;

@DisplayName("On the JVM: garbage")
class JvmGarbageTest extends GarbageCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return JvmEngine::new;
  }

  @Override
  protected int samples() {
    return 400;
  }
}
