package dev.signet.e2e.engine;

import dev.signet.cases.CertificateCases;
import dev.signet.cases.EngineUnderTest;
import org.junit.jupiter.api.Order;

@Order(15)
final class WasmCertificateTest extends CertificateCases {
  private final EngineUnderTest.Factory engines = BrowserEngine.factory();

  @Override
  protected EngineUnderTest.Factory engines() {
    return engines;
  }
}
