package dev.signet.cases;

import org.junit.jupiter.api.DisplayName;

@DisplayName("On the JVM: content")
class JvmContentTest extends ContentCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return JvmEngine::new;
  }
}
