package dev.signet.conformance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outcomes of one file against what was expected and what is known.
 *
 * @param exceptions cases by reason
 * @param complaints empty when every case ended as expected or as {@code exceptions.txt} says
 */
record Verdict(
    CaseFile file,
    int cases,
    int passed,
    Map<String, Integer> exceptions,
    List<String> complaints) {

  static Verdict of(CaseFile file, List<Outcome> outcomes, List<KnownException> known) {
    List<KnownException> here = known.stream().filter(each -> each.speaksOf(file)).toList();
    int passed = 0;
    Map<String, Integer> exceptions = new TreeMap<>();
    Complaints complaints = new Complaints();
    for (Outcome outcome : outcomes) {
      List<KnownException> named =
          here.stream().filter(each -> each.speaksOf(outcome.published().name())).toList();
      if (named.size() > 1) {
        complaints.add("named by several lines of exceptions.txt", outcome.published());
      } else if (named.isEmpty()) {
        if (outcome.expected()) {
          passed++;
        } else {
          complaints.add(outcome.toString(), outcome.published());
        }
      } else if (outcome.expected()) {
        complaints.add("passes, against line " + named.get(0).line(), outcome.published());
      } else if (!named.get(0).covers(outcome)) {
        complaints.add(
            "not as line " + named.get(0).line() + " says: " + outcome, outcome.published());
      } else {
        exceptions.merge(named.get(0).reason(), 1, Integer::sum);
      }
    }
    for (KnownException each : here) {
      for (String name : each.cases()) {
        if (outcomes.stream()
            .noneMatch(outcome -> KnownException.covers(name, outcome.published().name()))) {
          complaints.add("line " + each.line() + " names what is not there: " + name);
        }
      }
    }
    if (outcomes.isEmpty()) {
      complaints.add("no case in " + file.name());
    }
    return new Verdict(file, outcomes.size(), passed, exceptions, complaints.lines());
  }
}
