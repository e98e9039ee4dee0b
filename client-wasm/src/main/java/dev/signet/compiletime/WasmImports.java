package dev.signet.compiletime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the import section of a module (WebAssembly core specification, section 5.5.5): everything
 * that the module can reach.
 */
final class WasmImports {
  private static final byte[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};
  private static final int IMPORT_SECTION = 2;

  /** Codes that a reference type begins with when a heap type follows (section 5.3.5). */
  private static final int REF = 0x64;

  private static final int REF_NULL = 0x63;

  private final byte[] module;
  private int at;

  private WasmImports(byte[] module) {
    this.module = module;
  }

  /**
   * The imports as {@code module.name}, in the module's order.
   *
   * @throws IllegalArgumentException when the bytes are no module
   */
  static List<String> of(byte[] module) {
    try {
      return new WasmImports(module).read();
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the module ends in the middle", e);
    }
  }

  private List<String> read() {
    for (byte expected : HEADER) {
      if (module[at++] != expected) {
        throw new IllegalArgumentException("not a WebAssembly module");
      }
    }
    while (at < module.length) {
      int section = module[at++];
      int size = number();
      if (section == IMPORT_SECTION) {
        return entries();
      }
      at += size;
    }
    return List.of();
  }

  private List<String> entries() {
    List<String> imports = new ArrayList<>();
    int count = number();
    for (int i = 0; i < count; i++) {
      imports.add(name() + "." + name());
      description();
    }
    return imports;
  }

  private void description() {
    int kind = module[at++];
    switch (kind) {
      case 0 -> number();
      case 1 -> {
        type();
        limits();
      }
      case 2 -> limits();
      case 3 -> {
        type();
        at++;
      }
      case 4 -> {
        at++;
        number();
      }
      default -> throw new IllegalArgumentException("unknown kind of import " + kind);
    }
  }

  private void type() {
    int code = module[at++];
    if (code == REF || code == REF_NULL) {
      number();
    }
  }

  private void limits() {
    int flags = module[at++];
    number();
    if ((flags & 1) != 0) {
      number();
    }
  }

  private String name() {
    int length = number();
    String name = new String(module, at, length, StandardCharsets.UTF_8);
    at += length;
    return name;
  }

  /** LEB128, of which only the low 32 bits are of interest. */
  private int number() {
    int value = 0;
    int shift = 0;
    byte next;
    do {
      next = module[at++];
      value |= (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }
}
