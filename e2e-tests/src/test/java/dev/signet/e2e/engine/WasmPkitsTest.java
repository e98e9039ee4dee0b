package dev.signet.e2e.engine;

import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.PkitsCases;
import org.junit.jupiter.api.Order;

@Order(13)
final class WasmPkitsTest extends PkitsCases {
  private final EngineUnderTest.Factory engines = BrowserEngine.factory();

  @Override
  protected EngineUnderTest.Factory engines() {
    return engines;
  }
}
