package dev.signet.wasm.browser;

import dev.signet.cases.CrlCases;
import dev.signet.cases.EngineUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("wasm")
@DisplayName("In Wasm without the browser's crypto: opening a signed message with revocation lists")
class BouncyCastleAloneCrlTest extends CrlCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return SharedPage.bouncyCastleAlone();
  }
}
