package dev.signet.wasm.browser;

import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.PkitsCases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("wasm")
@DisplayName("In Wasm without the browser's crypto: PKITS")
class BouncyCastleAlonePkitsTest extends PkitsCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return SharedPage.bouncyCastleAlone();
  }
}
