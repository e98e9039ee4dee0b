package dev.signet.conformance;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a run on one platform gave, as {@code target/conformance/PLATFORM.json} keeps it. */
final class Results {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One file of cases.
   *
   * @param exceptions cases by reason
   */
  record Entry(
      String corpus,
      String group,
      String file,
      int cases,
      int passed,
      Map<String, Integer> exceptions) {}

  private Results() {}

  static Path path(String platform) {
    return Path.of(System.getProperty("signet.root", ".."))
        .resolve("client-wasm/target/conformance")
        .resolve(platform + ".json");
  }

  static void forget(String platform) {
    try {
      Files.deleteIfExists(path(platform));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(String platform, List<Verdict> verdicts) {
    List<Entry> entries =
        verdicts.stream()
            .map(
                each ->
                    new Entry(
                        each.file().corpus(),
                        each.file().group(),
                        each.file().name(),
                        each.cases(),
                        each.passed(),
                        each.exceptions()))
            .toList();
    try {
      Files.createDirectories(path(platform).getParent());
      JSON.writerWithDefaultPrettyPrinter().writeValue(path(platform).toFile(), entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Entry> read(String platform) {
    try {
      return JSON.readValue(path(platform).toFile(), new TypeReference<List<Entry>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
