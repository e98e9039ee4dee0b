package dev.signet.cases;

import org.junit.jupiter.api.DisplayName;

@DisplayName("On the JVM: the certificate for answers in a signed message")
class JvmCorrespondentTest extends CorrespondentCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return JvmEngine::new;
  }
}
