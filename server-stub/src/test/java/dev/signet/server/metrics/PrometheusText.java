package dev.signet.server.metrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of Prometheus's text format 0.0.4: every sample follows the TYPE of its family,
 * no sample comes twice, names and numbers are well-formed, histograms are cumulative.
 */
final class PrometheusText {
  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final String LABELS = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(?:\\{(" + LABELS + "(?:," + LABELS + ")*)})? ([^ ]+)");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|histogram|summary|untyped)");

  private final Map<String, Double> samples = new LinkedHashMap<>();

  private PrometheusText() {}

  /** Samples by name and labels, as they are written. */
  static Map<String, Double> read(String text) {
    PrometheusText reader = new PrometheusText();
    if (!text.endsWith("\n")) {
      throw new AssertionError("the last line does not end");
    }
    reader.lines(text);
    return reader.samples;
  }

  private void lines(String text) {
    Set<String> families = new HashSet<>();
    Map<String, Double> buckets = new HashMap<>();
    String family = "";
    String type = "";
    for (String line : text.split("\n", 0)) {
      Matcher typed = TYPE.matcher(line);
      if (typed.matches()) {
        family = typed.group(1);
        type = typed.group(2);
        require(families.add(family), "family twice: " + line);
      } else if (!line.startsWith("# HELP ")) {
        Matcher sample = SAMPLE.matcher(line);
        require(sample.matches(), "no sample: " + line);
        String name = sample.group(1);
        require(belongs(name, family, type), "of another family than " + family + ": " + line);
        double value = number(sample.group(3));
        require(samples.put(line.substring(0, line.lastIndexOf(' ')), value) == null, line);
        if (name.endsWith("_bucket")) {
          String series = sample.group(2).replaceAll("(^|,)le=\"[^\"]*\"", "");
          require(value >= buckets.getOrDefault(family + series, 0.0), "not cumulative: " + line);
          buckets.put(family + series, value);
        }
      }
    }
  }

  private static boolean belongs(String name, String family, String type) {
    return name.equals(family)
        || (Set.of("histogram", "summary").contains(type)
            && Set.of(family + "_bucket", family + "_sum", family + "_count").contains(name));
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static void require(boolean holds, String why) {
    if (!holds) {
      throw new AssertionError(why);
    }
  }
}
