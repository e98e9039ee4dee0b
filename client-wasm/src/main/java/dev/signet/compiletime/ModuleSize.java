package dev.signet.compiletime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.backend.wasm.debug.DebugConstants;
import org.teavm.backend.wasm.debug.ExternalDebugFile;
import org.teavm.backend.wasm.debug.parser.DebugClassParser;
import org.teavm.backend.wasm.debug.parser.DebugMethodParser;
import org.teavm.backend.wasm.debug.parser.DebugPackageParser;
import org.teavm.backend.wasm.debug.parser.DebugSectionParser;
import org.teavm.backend.wasm.debug.parser.DebugStringParser;

/**
 * What a module's code is made of, by the names that the compiler wrote beside it. A method that
 * was taken into another function counts for that function's package; types, constants and tables,
 * and functions that stand for no method, count for none.
 */
final class ModuleSize {
  /**
   * Code of one package.
   *
   * @param octets before compression
   */
  record Part(String name, int octets) {}

  private static final int CODE_SECTION = 10;

  private ModuleSize() {}

  /**
   * The packages, largest first.
   *
   * @param names the compiler's file {@code .wasm.teadbg} for this module
   * @throws IllegalArgumentException when it is no such file
   */
  static List<Part> packages(byte[] module, byte[] names) {
    Map<String, byte[]> sections = new HashMap<>();
    ExternalDebugFile.read(
        names, name -> (data, from, to) -> sections.put(name, Arrays.copyOfRange(data, from, to)));
    byte[] lines = sections.get(DebugConstants.SECTION_LINES);
    if (lines == null) {
      throw new IllegalArgumentException("the compiler's names cannot be read");
    }
    Map<String, Integer> sizes = new HashMap<>();
    DebugMethodParser methods = methods(sections);
    Starts starts = new Starts(lines);
    Octets code = new Octets(module).section(CODE_SECTION);
    for (int count = code.number(); count > 0; count--) {
      int size = code.number();
      int method = starts.firstWithin(code.at, code.at + size);
      if (method >= 0) {
        sizes.merge(packageOf(methods.getMethod(method).cls().fullName()), size, Integer::sum);
      }
      code.at += size;
    }
    List<Part> parts = new ArrayList<>();
    sizes.forEach((name, octets) -> parts.add(new Part(name, octets)));
    parts.sort(Comparator.comparingInt(Part::octets).reversed().thenComparing(Part::name));
    return parts;
  }

  private static DebugMethodParser methods(Map<String, byte[]> sections) {
    DebugStringParser strings = new DebugStringParser();
    DebugPackageParser packages = new DebugPackageParser(strings);
    DebugClassParser classes = new DebugClassParser(strings, packages);
    DebugMethodParser methods = new DebugMethodParser(strings, classes);
    for (DebugSectionParser parser : List.of(strings, packages, classes, methods)) {
      parser.parse(sections.get(parser.name()));
    }
    return methods;
  }

  private static String packageOf(String className) {
    int end = className.lastIndexOf('.');
    return end < 0 ? className : className.substring(0, end);
  }

  /**
   * Where methods begin in the code, in the order of their addresses. TeaVM's own reader of this
   * table goes by its ends, which are missing for methods that were taken into others.
   */
  private static final class Starts {
    private final Octets lines;
    private int address;

    Starts(byte[] lines) {
      this.lines = new Octets(lines);
    }

    /** The number of the first method that begins in the range, or -1; ranges must ascend. */
    int firstWithin(int from, int to) {
      int found = -1;
      while (found < 0 && !lines.atEnd()) {
        int before = lines.at;
        int addressBefore = address;
        int method = next();
        if (address >= to) {
          lines.at = before;
          address = addressBefore;
          return -1;
        }
        if (address >= from) {
          found = method;
        }
      }
      return found;
    }

    /** Reads one command: the method that it begins, or -1. */
    private int next() {
      int command = lines.next();
      switch (command) {
        case DebugConstants.LOC_START:
          return lines.number();
        case DebugConstants.LOC_PTR:
          address += lines.number();
          return -1;
        case DebugConstants.LOC_LINE, DebugConstants.LOC_FILE:
          lines.number();
          return -1;
        case DebugConstants.LOC_END:
          return -1;
        default:
          address += (command - DebugConstants.LOC_USER) % 32;
          return -1;
      }
    }
  }

  /** Reads a file of the compiler's from front to back. */
  private static final class Octets {
    private final byte[] data;
    private int at;

    Octets(byte[] data) {
      this.data = data;
    }

    boolean atEnd() {
      return at >= data.length;
    }

    int next() {
      return data[at++] & 0xff;
    }

    /** LEB128. */
    int number() {
      int value = 0;
      int shift = 0;
      int next;
      do {
        next = next();
        value |= (next & 0x7f) << shift;
        shift += 7;
      } while (next >= 0x80);
      return value;
    }

    /** Goes to the content of a module's section. */
    Octets section(int wanted) {
      at = 8;
      while (!atEnd()) {
        int section = next();
        int size = number();
        if (section == wanted) {
          return this;
        }
        at += size;
      }
      throw new IllegalArgumentException("the module has no such section");
    }
  }
}
