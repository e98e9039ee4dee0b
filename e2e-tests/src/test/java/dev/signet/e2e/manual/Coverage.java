package dev.signet.e2e.manual;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

/** Which test shows which sentence of the manual. */
record Coverage(List<Row> rows) {
  /** A sentence, and the test that shows it. */
  record Row(String section, Method test, Sentence sentence) {}

  /** The sections' tests, in the manual's order; each class's name is its heading. */
  static Coverage of(List<Class<?>> sections) {
    List<Row> rows = new ArrayList<>();
    for (Class<?> section : sections) {
      String heading = section.getAnnotation(DisplayName.class).value();
      Arrays.stream(section.getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Order.class))
          .sorted(Comparator.comparing(method -> method.getAnnotation(Order.class).value()))
          .forEach(
              method -> {
                for (Sentence sentence : method.getAnnotationsByType(Sentence.class)) {
                  rows.add(new Row(heading, method, sentence));
                }
              });
    }
    return new Coverage(List.copyOf(rows));
  }

  /** What is left of the manual when every sentence that a test shows is taken out of it. */
  String leftOf(String manual) {
    String left = plain(manual);
    for (Row row : rows) {
      String sentence = plain(row.sentence().value());
      int at = left.indexOf(sentence);
      if (at < 0) {
        throw new AssertionError("the manual has no sentence, or only once: " + sentence);
      }
      left = left.substring(0, at) + "|" + left.substring(at + sentence.length());
    }
    return left.replaceAll("[|\\s]+", " ").strip();
  }

  static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  String markdown() {
    StringBuilder page = new StringBuilder(Texts.HEAD);
    String section = "";
    for (Row row : rows) {
      if (!row.section().equals(section)) {
        section = row.section();
        page.append("\n## ").append(section).append("\n\n").append(Texts.COLUMNS);
      }
      page.append("| ").append(cell(row.sentence().value()));
      if (!row.sentence().note().isEmpty()) {
        page.append("<br>*").append(cell(row.sentence().note())).append('*');
      }
      String picture = Picture.name(row.test());
      page.append(" | ")
          .append(cell(row.test().getAnnotation(DisplayName.class).value()))
          .append("<br>`")
          .append(row.test().getDeclaringClass().getSimpleName())
          .append('.')
          .append(row.test().getName())
          .append("` | [picture](screenshots/manual/")
          .append(picture)
          .append("-light.png) |\n");
    }
    return page.append(Texts.FOOT).toString();
  }

  private static String cell(String text) {
    return plain(text).replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static final class Texts {
    static final String HEAD =
        """
        # The manual, sentence by sentence

        Signet takes up the manual of the Kopano WebApp S/MIME plugin. Each of its sentences has a test that shows it in
        Chromium, on the built WebApp, with a real mail server (Cyrus) and a real responder (`openssl ocsp`), and leaves
        a picture. Where Signet does otherwise or more, a note says so. The tests make this page; they fail where a
        sentence of the manual is missing here.
        """;
    static final String COLUMNS = "| sentence | test | picture |\n| --- | --- | --- |\n";
    static final String FOOT =
        """

        ## What is no sentence of its own

        The manual's headings, the captions of its pictures, and its first line, which says what the section is about.
        """;
  }
}
