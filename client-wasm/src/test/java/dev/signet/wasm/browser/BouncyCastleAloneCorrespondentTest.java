package dev.signet.wasm.browser;

import dev.signet.cases.CorrespondentCases;
import dev.signet.cases.EngineUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("wasm")
@DisplayName(
    "In Wasm without the browser's crypto: the certificate for answers in a signed message")
class BouncyCastleAloneCorrespondentTest extends CorrespondentCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return SharedPage.bouncyCastleAlone();
  }
}
