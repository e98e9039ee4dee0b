package dev.signet.wasm.browser;

import dev.signet.cases.ContentCases;
import dev.signet.cases.EngineUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("wasm")
@DisplayName("In Wasm without the browser's crypto: content")
class BouncyCastleAloneContentTest extends ContentCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return SharedPage.bouncyCastleAlone();
  }
}
