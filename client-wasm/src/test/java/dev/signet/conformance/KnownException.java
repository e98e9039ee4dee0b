package dev.signet.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of {@code exceptions.txt}: cases of which it is known, and why, that they do not end as
 * their publisher says.
 *
 * @param file name of the {@link CaseFile}; {@code *} stands for anything
 * @param cases names of cases, and ranges of numbers; one that is {@code *} stands for each case of
 *     the file
 * @param outcome how each of them ends; {@code *} stands for anything, such as the OIDs of several
 *     algorithms
 * @param line where it stands
 */
record KnownException(
    String corpus, String file, List<String> cases, String outcome, String reason, int line) {

  static List<KnownException> read() {
    List<KnownException> all = new ArrayList<>();
    try (InputStream in = KnownException.class.getResourceAsStream("exceptions.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          all.add(parse(line, number));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static KnownException parse(String line, int number) {
    String[] fields = line.split("\\|", -1);
    if (fields.length != 5) {
      throw new IllegalStateException("exceptions.txt, line " + number + ": not five fields");
    }
    List<String> cases = new ArrayList<>();
    for (String name : fields[2].split(",", -1)) {
      cases.add(name.trim());
    }
    return new KnownException(
        fields[0].trim(), fields[1].trim(), cases, fields[3].trim(), fields[4].trim(), number);
  }

  boolean speaksOf(CaseFile caseFile) {
    return corpus.equals(caseFile.corpus()) && matches(file, caseFile.name());
  }

  boolean speaksOf(String name) {
    return cases.stream().anyMatch(pattern -> covers(pattern, name));
  }

  boolean covers(Outcome ended) {
    return matches(outcome, ended.what());
  }

  static boolean covers(String pattern, String name) {
    int dash = pattern.indexOf('-');
    if (dash > 0 && number(name) && number(pattern.replace("-", ""))) {
      int at = Integer.parseInt(name);
      return at >= Integer.parseInt(pattern.substring(0, dash))
          && at <= Integer.parseInt(pattern.substring(dash + 1));
    }
    return matches(pattern, name);
  }

  private static boolean number(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean matches(String pattern, String name) {
    String[] parts = pattern.split("\\*", -1);
    if (parts.length == 1) {
      return pattern.equals(name);
    }
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      int found = name.indexOf(parts[i], at);
      if (found < 0 || (i == 0 && found > 0)) {
        return false;
      }
      at = found + parts[i].length();
    }
    return name.endsWith(parts[parts.length - 1]);
  }
}
