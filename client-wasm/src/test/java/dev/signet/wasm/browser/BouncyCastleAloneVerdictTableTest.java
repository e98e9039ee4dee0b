package dev.signet.wasm.browser;

import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.VerdictTableCases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("wasm")
@DisplayName("In Wasm without the browser's crypto: the table of verdicts")
class BouncyCastleAloneVerdictTableTest extends VerdictTableCases {
  @Override
  protected EngineUnderTest.Factory engines() {
    return SharedPage.bouncyCastleAlone();
  }
}
