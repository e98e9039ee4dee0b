package dev.signet.e2e.engine;

import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.Pkcs12Cases;
import org.junit.jupiter.api.Order;

@Order(12)
final class WasmPkcs12Test extends Pkcs12Cases {
  private final EngineUnderTest.Factory engines = BrowserEngine.factory();

  @Override
  protected EngineUnderTest.Factory engines() {
    return engines;
  }
}
