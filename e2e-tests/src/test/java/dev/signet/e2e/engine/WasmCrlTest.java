package dev.signet.e2e.engine;

import dev.signet.cases.CrlCases;
import dev.signet.cases.EngineUnderTest;
import org.junit.jupiter.api.Order;

@Order(13)
final class WasmCrlTest extends CrlCases {
  private final EngineUnderTest.Factory engines = BrowserEngine.factory();

  @Override
  protected EngineUnderTest.Factory engines() {
    return engines;
  }
}
