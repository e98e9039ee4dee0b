package dev.signet.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with the outcomes of a file: one line for all cases with the same fault. */
final class Complaints {
  private final Map<String, List<Case>> cases = new LinkedHashMap<>();
  private final List<String> others = new ArrayList<>();

  void add(String fault, Case each) {
    cases.computeIfAbsent(fault, key -> new ArrayList<>()).add(each);
  }

  void add(String fault) {
    others.add(fault);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(others);
    cases.forEach(
        (fault, all) ->
            lines.add(
                fault
                    + ": "
                    + names(all)
                    + " ("
                    + all.size()
                    + ", such as: "
                    + all.get(0).comment()
                    + ")"));
    return lines;
  }

  /** As {@code exceptions.txt} has them, numbers in a row as a range. */
  private static String names(List<Case> all) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      int last = i;
      while (last + 1 < all.size() && follows(all.get(last).name(), all.get(last + 1).name())) {
        last++;
      }
      String first = all.get(i).name();
      names.add(last == i ? first : first + "-" + all.get(last).name());
      i = last;
    }
    return String.join(",", names);
  }

  private static boolean follows(String one, String next) {
    return one.matches("\\d{1,9}")
        && next.matches("\\d{1,9}")
        && Integer.parseInt(next) == Integer.parseInt(one) + 1;
  }
}
