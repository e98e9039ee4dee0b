package dev.signet.engine.path;

import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.Purpose;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Answers;
import dev.signet.engine.port.Ask;
import dev.signet.engine.report.Problem;
import java.util.ArrayList;
import java.util.List;

/** A search driven on the JVM, with what it asked counted. */
final class Searching implements Answers {
  private final Answers answers = RareAnswers.withCommon(new HeapHost());
  private final PathSearch search;
  private int asked;

  Searching(MailCertificate leaf, List<MailCertificate> heap, List<MailCertificate> anchors) {
    this(leaf, heap, anchors, 2048);
  }

  Searching(
      MailCertificate leaf,
      List<MailCertificate> heap,
      List<MailCertificate> anchors,
      int minimumRsaBits) {
    search =
        new PathSearch(
            leaf,
            heap,
            anchors,
            new PathInputs(Authority.NOW, Purpose.SIGNING, PolicyInputs.ANY, minimumRsaBits));
  }

  @Override
  public <A> A answer(Ask<A> ask) {
    asked++;
    return answers.answer(ask);
  }

  /** The certificates of the next valid path, or null. */
  List<MailCertificate> next() {
    Path path = run(search.next());
    return path == null ? null : path.certificates();
  }

  List<List<MailCertificate>> all() {
    List<List<MailCertificate>> all = new ArrayList<>();
    for (List<MailCertificate> path = next(); path != null; path = next()) {
      all.add(path);
    }
    return all;
  }

  /** The best of a search that finds nothing valid. */
  Path invalid() {
    if (next() != null) {
      throw new AssertionError("a path is valid");
    }
    return search.bestInvalid();
  }

  /** The same after the search has failed. */
  String problemsAfterLimit() {
    return text(search.bestInvalid().problems().get(0));
  }

  /** Its problems, each as {@code CODE@index}. */
  List<String> problems() {
    return invalid().problems().stream().map(Searching::text).toList();
  }

  private static String text(Problem problem) {
    return problem.code() + "@" + problem.at();
  }

  int asked() {
    return asked;
  }
}
