package dev.signet.wasm.browser;

import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.RareCases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("wasm")
@DisplayName("In Wasm without the browser's crypto: rarely used algorithms")
class BouncyCastleAloneRareTest extends RareCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return SharedPage.bouncyCastleAlone();
  }
}
