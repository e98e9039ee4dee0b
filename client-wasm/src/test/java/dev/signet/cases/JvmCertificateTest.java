package dev.signet.cases;

import org.junit.jupiter.api.DisplayName;

@DisplayName("On the JVM: certificates")
class JvmCertificateTest extends CertificateCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return JvmEngine::new;
  }
}
