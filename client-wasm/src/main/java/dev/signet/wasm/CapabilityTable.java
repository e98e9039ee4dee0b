package dev.signet.wasm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What recipients can read, as text: a line for each, with the fingerprint of the certificate and
 * the OIDs after it, each followed by a space. One string crosses the border in one piece.
 */
final class CapabilityTable {
  private CapabilityTable() {}

  static Map<String, List<String>> parse(String text) {
    Map<String, List<String>> table = new HashMap<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      List<String> words = words(text.substring(at, end));
      table.put(words.get(0), List.copyOf(words.subList(1, words.size())));
      at = end + 1;
    }
    return table;
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      int end = line.indexOf(' ', at);
      words.add(line.substring(at, end));
      at = end + 1;
    }
    return words;
  }
}
