package dev.signet.e2e.engine;

import dev.signet.cases.EncryptionCases;
import dev.signet.cases.EngineUnderTest;
import org.junit.jupiter.api.Order;

@Order(14)
final class WasmEncryptionTest extends EncryptionCases {
  private final EngineUnderTest.Factory engines = BrowserEngine.factory();

  @Override
  protected EngineUnderTest.Factory engines() {
    return engines;
  }
}
