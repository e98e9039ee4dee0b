package dev.signet.conformance;

import dev.signet.conformance.Results.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The results of all platforms side by side, as the text of {@code docs/conformance.md}. */
final class Table {
  private static final String INTRODUCTION =
      """
      # Conformance

      Vectors that others published, run through the engine: on the JVM, and through the built Wasm
      modules in Chromium, where Bouncy Castle does all the work (no WebCrypto). The run writes this
      file (`./test --docs`) and fails when what it gives differs from what stands here.

      A case counts as passed when it ends as its publisher states; where a publisher calls either
      end acceptable, either counts. A case that cannot be run counts as failed. Cases that end in
      another way stand in `client-wasm/src/test/resources/dev/signet/conformance/exceptions.txt`
      with that end and the reason; one that is listed there and passes fails the run. Cases beyond
      those listed as exceptions have no failures, or there would be no such file.
      """;

  /** Platforms by their names, with the heads of their columns. */
  private final Map<String, String> columns;

  private final Map<String, List<Entry>> results = new LinkedHashMap<>();

  Table(Map<String, String> columns) {
    this.columns = columns;
    columns.keySet().forEach(platform -> results.put(platform, Results.read(platform)));
  }

  /** What differs between the platforms; all of them have to give the same. */
  List<String> differences() {
    List<String> differences = new ArrayList<>();
    List<Entry> first = results.values().iterator().next();
    results.forEach(
        (platform, entries) -> {
          for (int i = 0; i < Math.max(first.size(), entries.size()); i++) {
            Entry one = i < first.size() ? first.get(i) : null;
            Entry other = i < entries.size() ? entries.get(i) : null;
            if (one == null || !one.equals(other)) {
              differences.add(platform + ": " + other + " instead of " + one);
            }
          }
        });
    return differences;
  }

  String markdown() {
    StringBuilder text = new StringBuilder(INTRODUCTION);
    Map<String, Map<String, List<Entry>>> corpora = new LinkedHashMap<>();
    for (Entry each : results.values().iterator().next()) {
      corpora
          .computeIfAbsent(each.corpus(), corpus -> new LinkedHashMap<>())
          .computeIfAbsent(each.group(), group -> new ArrayList<>())
          .add(each);
    }
    corpora.forEach(
        (corpus, groups) -> {
          text.append("\n## ").append(corpus).append("\n\n| | files | cases |");
          columns.values().forEach(head -> text.append(" passed, ").append(head).append(" |"));
          text.append(" exceptions |\n|---|---:|---:|");
          columns.values().forEach(head -> text.append("---:|"));
          text.append("---:|\n");
          groups.forEach((group, entries) -> row(text, corpus, group, entries));
          exceptions(text, groups);
        });
    return text.toString();
  }

  private void row(StringBuilder text, String corpus, String group, List<Entry> entries) {
    text.append("| ").append(group).append(" | ").append(entries.size()).append(" | ");
    text.append(entries.stream().mapToInt(Entry::cases).sum()).append(" | ");
    for (List<Entry> all : results.values()) {
      int passed =
          all.stream()
              .filter(each -> each.corpus().equals(corpus) && each.group().equals(group))
              .mapToInt(Entry::passed)
              .sum();
      text.append(passed).append(" | ");
    }
    int exceptions = entries.stream().mapToInt(Table::exceptions).sum();
    text.append(exceptions == 0 ? "" : exceptions).append(" |\n");
  }

  private static int exceptions(Entry entry) {
    return entry.exceptions().values().stream().mapToInt(Integer::intValue).sum();
  }

  private static void exceptions(StringBuilder text, Map<String, List<Entry>> groups) {
    List<String> lines = new ArrayList<>();
    groups.forEach(
        (group, entries) -> {
          Map<String, Integer> reasons = new TreeMap<>();
          for (Entry each : entries) {
            each.exceptions()
                .forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
          }
          reasons.forEach(
              (reason, count) -> lines.add("- " + group + ", " + count + ": " + reason));
        });
    if (!lines.isEmpty()) {
      text.append("\nExceptions:\n\n").append(String.join("\n", lines)).append('\n');
    }
  }
}
