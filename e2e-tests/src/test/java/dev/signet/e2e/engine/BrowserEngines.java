package dev.signet.e2e.engine;

import dev.signet.cases.EngineUnderTest;

/** The engine as a page has it, for tests of other packages. */
public final class BrowserEngines {
  private BrowserEngines() {}

  /** Engines in a page that is loaded once. */
  public static EngineUnderTest.Factory factory() {
    return BrowserEngine.factory();
  }
}
