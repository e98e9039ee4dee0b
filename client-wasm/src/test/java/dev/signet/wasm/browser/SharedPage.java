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

  /**
   * Engines whose host has no crypto: Bouncy Castle does everything, in Wasm. All live in one
   * worker, one after the other, since to load the modules takes longer than most cases do; that
   * nothing of an engine survives in the next is so put to the test as well.
   */
  static EngineUnderTest.Factory bouncyCastleAlone() {
    return (anchors, revocationOff) ->
        get().runs(HostKind.MEMORY_ONLY)
            ? WasmEngine.inRunningWorker(get(), HostKind.MEMORY_ONLY, anchors, revocationOff)
            : new WasmEngine(get(), HostKind.MEMORY_ONLY, anchors, revocationOff);
  }
}
