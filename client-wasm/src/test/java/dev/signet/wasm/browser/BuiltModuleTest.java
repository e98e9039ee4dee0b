package dev.signet.wasm.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.wasm.browser.WasmPage.HostKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("wasm")
class BuiltModuleTest {
  private static WasmPage page;

  @BeforeAll
  static void open() throws IOException {
    page = new WasmPage();
  }

  @AfterAll
  static void close() {
    page.close();
  }

  @Test
  void loadsUnderTheStrictPolicy() {
    assertEquals("0.1.0", page.start(HostKind.WEB_CRYPTO));
    System.out.println(page.perform("keys", Map.of()));
    assertEquals(List.of(), page.violations());
  }
}
