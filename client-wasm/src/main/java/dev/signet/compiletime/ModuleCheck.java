package dev.signet.compiletime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
  private static final int LARGEST = 10;

  private ModuleCheck() {}

  /**
   * @param arguments a module, its list, and the octets that it may have under brotli, 0 for no
   *     bound; any number of such triples
   */
  public static void main(String[] arguments) throws IOException {
    for (int i = 0; i < arguments.length; i += 3) {
      check(Path.of(arguments[i]), Path.of(arguments[i + 1]), Integer.parseInt(arguments[i + 2]));
    }
  }

  private static void check(Path file, Path list, int bound) throws IOException {
    byte[] module = Files.readAllBytes(file);
    List<String> faults = faults(module, Files.readAllLines(list));
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          file.getFileName() + ": " + String.join(System.lineSeparator(), faults));
    }
    int size = compressed(file);
    System.out.printf(
        Locale.ROOT,
        "%s: %,d octets, %,d under brotli, %d imports%n",
        file.getFileName(),
        module.length,
        size,
        WasmImports.of(module).size());
    printPackages(module, Path.of(file + ".teadbg"));
    if (bound > 0 && size > bound) {
      throw new IllegalStateException(
          file.getFileName() + " has " + size + " octets under brotli, and may have " + bound);
    }
  }

  /** What the code is made of, by the names that the compiler wrote beside the module. */
  private static void printPackages(byte[] module, Path names) throws IOException {
    List<ModuleSize.Part> parts = ModuleSize.packages(module, Files.readAllBytes(names));
    for (ModuleSize.Part part : parts.subList(0, Math.min(LARGEST, parts.size()))) {
      System.out.printf(Locale.ROOT, "  %,10d  %s%n", part.octets(), part.name());
    }
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

  /** What a browser loads. Node compresses, which the web build needs anyhow. */
  private static int compressed(Path module) throws IOException {
    String script =
        "const {constants: c, brotliCompressSync} = require('node:zlib');"
            + "const bytes = require('node:fs').readFileSync(process.argv[1]);"
            + "const params = {[c.BROTLI_PARAM_SIZE_HINT]: bytes.length};"
            + "console.log(brotliCompressSync(bytes, {params}).length)";
    Process node =
        new ProcessBuilder("node", "-e", script, module.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream output = node.getInputStream()) {
      return Integer.parseInt(new String(output.readAllBytes(), StandardCharsets.US_ASCII).strip());
    }
  }
}
