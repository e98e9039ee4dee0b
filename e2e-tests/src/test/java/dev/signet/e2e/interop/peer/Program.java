package dev.signet.e2e.interop.peer;

import dev.signet.testing.CommandLine;
import java.nio.file.Path;
import java.util.List;

/** A command line whose failure is a {@link Refusal} in its own words. */
final class Program {
  private Program() {}

  static byte[] run(Path folder, byte[] input, List<String> command) throws Refusal {
    CommandLine.Outcome outcome = CommandLine.tryRun(folder, input, command);
    if (outcome.status() != 0) {
      throw new Refusal(words(outcome.errors()));
    }
    return outcome.output();
  }

  /** The last line that says why, without what differs from run to run. */
  static String words(String errors) {
    String last = "it fails without a word";
    for (String line : errors.lines().toList()) {
      String word = line.strip();
      if (word.isEmpty()
          || word.contains("disable-crl-checks")
          || word.startsWith("Error") && word.length() < 30) {
        continue;
      }
      // OpenSSL: thread, "error", code, library, function, reason, file, line.
      String[] fields = word.split(":", -1);
      if (fields.length > 5 && fields[1].equals("error")) {
        last = fields[3] + ": " + fields[5];
        continue;
      }
      last =
          word.replaceAll("/[^ ]*/", "")
              .replaceAll("\\b[0-9A-Fa-f]{8,}\\b", "…")
              .replaceAll("\\[\\d+\\]", "")
              .replaceAll("'matrix[^']*'", "'…'");
    }
    return last;
  }
}
