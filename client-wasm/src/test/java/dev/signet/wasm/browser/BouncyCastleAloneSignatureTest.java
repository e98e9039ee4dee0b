package dev.signet.wasm.browser;

import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.SignatureCases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("wasm")
@DisplayName("In Wasm without the browser's crypto: verifying a signature")
class BouncyCastleAloneSignatureTest extends SignatureCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return SharedPage.bouncyCastleAlone();
  }
}
