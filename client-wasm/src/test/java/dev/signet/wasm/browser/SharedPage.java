package dev.signet.wasm.browser;

import dev.signet.cases.EngineUnderTest;
import dev.signet.wasm.browser.WasmPage.HostKind;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One browser for all cases of a run. */
final class SharedPage {
  private static WasmPage page;

  private SharedPage() {}

  static synchronized WasmPage get() {
    if (page == null) {
      try {
        page = new WasmPage();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(page::close));
    }
    return page;
  }

  /** Engines whose host has no crypto: Bouncy Castle does everything, in Wasm. */
  static EngineUnderTest.Factory bouncyCastleAlone() {
    return (anchors, revocationOff) ->
        new WasmEngine(get(), HostKind.MEMORY_ONLY, anchors, revocationOff);
  }
}
