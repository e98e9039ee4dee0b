package dev.signet.wasm.browser;

import dev.signet.conformance.ConformanceCases;
import dev.signet.conformance.Platform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

@Tag("wasm")
@DisplayName("In Wasm without the browser's crypto: published cases")
class ConformanceInWasmTest extends ConformanceCases {
  private final Platform platform = new WasmPlatform(SharedPage.get());

  @Override
  protected Platform platform() {
    return platform;
  }
}
