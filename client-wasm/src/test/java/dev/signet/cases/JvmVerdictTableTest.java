package dev.signet.cases;

import org.junit.jupiter.api.DisplayName;

@DisplayName("On the JVM: the table of verdicts")
class JvmVerdictTableTest extends VerdictTableCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return JvmEngine::new;
  }
}
