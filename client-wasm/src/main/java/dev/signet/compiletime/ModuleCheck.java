package dev.signet.compiletime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what the compiler made with what was reviewed, as a step of the build.
 *
 * <p>The module may import exactly what {@code src/main/wasm/imports.txt} lists. A JavaScript body
 * ({@code @JSBody}, in the engine or in a part of the class library that a change has brought in)
 * shows there as {@code teavmJso.createFunctionN}: such a body is text that the stock runtime
 * compiles in the page, which the policy forbids. There is no way round it but to do without: a
 * function of the loader's takes its place ({@code dev.signet.wasm.HostFunctions}).
 */
public final class ModuleCheck {
  private ModuleCheck() {}

  /**
   * @param arguments a module, and its list; any number of such pairs
   */
  public static void main(String[] arguments) throws IOException {
    for (int i = 0; i < arguments.length; i += 2) {
      check(Path.of(arguments[i]), Path.of(arguments[i + 1]));
    }
  }

  private static void check(Path file, Path list) throws IOException {
    byte[] module = Files.readAllBytes(file);
    List<String> faults = faults(module, Files.readAllLines(list));
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          file.getFileName() + ": " + String.join(System.lineSeparator(), faults));
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %,d octets, under brotli %s, %d imports%n",
        file.getFileName(),
        module.length,
        compressed(file),
        WasmImports.of(module).size());
  }

  /** What is wrong with the module; empty when it asks for nothing but what is listed. */
  static List<String> faults(byte[] module, List<String> lines) {
    Set<String> listed = new TreeSet<>();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        listed.add(line.strip());
      }
    }
    Set<String> asked = new TreeSet<>(WasmImports.of(module));
    List<String> faults = new ArrayList<>();
    for (String each : asked) {
      if (each.startsWith("teavmJso.createFunction")) {
        faults.add(each + ": the module holds a JavaScript body, to be compiled in the page");
      } else if (!listed.contains(each)) {
        faults.add(each + ": the module asks for what the loader does not give");
      }
    }
    for (String each : listed) {
      if (!asked.contains(each)) {
        faults.add(each + ": listed, but the module does not ask for it");
      }
    }
    return faults;
  }

  /** The size that a browser loads, where the machine has the tool that says so. */
  private static String compressed(Path module) throws IOException {
    Process brotli;
    try {
      brotli =
          new ProcessBuilder("brotli", "--quality=11", "--stdout", module.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      return "unknown (no brotli here)";
    }
    try (InputStream output = brotli.getInputStream()) {
      return String.format(Locale.ROOT, "%,d", output.transferTo(OutputStream.nullOutputStream()));
    }
  }
}
