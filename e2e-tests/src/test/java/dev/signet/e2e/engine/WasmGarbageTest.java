package dev.signet.e2e.engine;

import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.GarbageCases;
import org.junit.jupiter.api.Order;

@Order(16)
final class WasmGarbageTest extends GarbageCases {
  private final EngineUnderTest.Factory engines = BrowserEngine.factory();

  @Override
  protected EngineUnderTest.Factory engines() {
    return engines;
  }

  /** Fewer than on the JVM: each crosses the driver. */
  @Override
  protected int samples() {
    return 40;
  }
}
