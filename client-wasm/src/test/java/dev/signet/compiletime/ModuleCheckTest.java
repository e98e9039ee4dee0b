package dev.signet.compiletime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The build's check of the module")
class ModuleCheckTest {
  /** What every module imports, and what these import besides. */
  private static final List<String> REVIEWED =
      List.of(
          "# a comment",
          "env.memory",
          "teavmMemory.heapOffset",
          "teavmMemory.maxSize",
          "teavmMemory.notifyHeapResized",
          "teavmDate.currentTimeMillis",
          "signet.given");

  @Test
  @DisplayName("passes a module that imports what is listed")
  void passes() {
    assertEquals(
        List.of(), ModuleCheck.faults(SmallModules.of(SmallModules.Plain.class), REVIEWED));
  }

  @Test
  @DisplayName("fails when a change in Java brings in a JavaScript body")
  void body() {
    List<String> faults =
        ModuleCheck.faults(SmallModules.of(SmallModules.WithBody.class), REVIEWED);
    assertTrue(
        faults.stream().anyMatch(fault -> fault.startsWith("teavmJso.createFunction1:")),
        faults::toString);
  }

  @Test
  @DisplayName("cannot be talked into a JavaScript body by the list")
  void listedBody() {
    byte[] module = SmallModules.of(SmallModules.WithBody.class);
    List<String> everything = new ArrayList<>(WasmImports.of(module));
    List<String> faults = ModuleCheck.faults(module, everything);
    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.get(0).contains("JavaScript body"), faults::toString);
  }

  @Test
  @DisplayName("fails for an import that is not listed, and for a listed one that is gone")
  void lists() {
    byte[] module = SmallModules.of(SmallModules.Plain.class);
    List<String> other = new ArrayList<>(REVIEWED);
    other.set(REVIEWED.size() - 1, "signet.other");
    List<String> faults = ModuleCheck.faults(module, other);
    assertEquals(2, faults.size(), faults::toString);
  }

  @Test
  @DisplayName("refuses what is no module")
  void garbage() {
    assertThrows(IllegalArgumentException.class, () -> WasmImports.of(new byte[20]));
    assertThrows(
        IllegalArgumentException.class,
        () -> WasmImports.of(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0, 2, 100}));
  }

  @Test
  @DisplayName("randomness comes from the host alone")
  void randomness() {
    List<String> imports = WasmImports.of(SmallModules.of(SmallModules.WithRandomness.class));
    assertTrue(imports.contains("signet.random"), imports::toString);
    assertFalse(imports.contains("teavmMath.random"), imports::toString);
    assertFalse(imports.stream().anyMatch(each -> each.startsWith("teavmJso")), imports::toString);
  }
}
