package dev.signet.wasm.browser;

import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.GarbageCases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("wasm")
@DisplayName("In Wasm without the browser's crypto: garbage")
class BouncyCastleAloneGarbageTest extends GarbageCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return SharedPage.bouncyCastleAlone();
  }

  @Override
  protected int samples() {
    return 40;
  }
}
