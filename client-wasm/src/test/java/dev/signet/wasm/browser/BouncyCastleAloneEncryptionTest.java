package dev.signet.wasm.browser;

import dev.signet.cases.EncryptionCases;
import dev.signet.cases.EngineUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("wasm")
@DisplayName("In Wasm without the browser's crypto: encrypting a message")
class BouncyCastleAloneEncryptionTest extends EncryptionCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return SharedPage.bouncyCastleAlone();
  }
}
