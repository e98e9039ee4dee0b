package dev.signet.cases;

import org.junit.jupiter.api.DisplayName;

@DisplayName("On the JVM: rarely used algorithms")
class JvmRareTest extends RareCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return JvmEngine::new;
  }
}
