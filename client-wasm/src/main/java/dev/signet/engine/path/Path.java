package dev.signet.engine.path;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.report.Problem;
import java.util.List;

/**
 * A candidate path.
 *
 * @param certificates leaf first; the anchor last, where one was reached. The leaf alone may be the
 *     anchor.
 * @param anchored whether the last of them is a trust anchor
 * @param problems everything that speaks against it, most specific first; empty: it is valid
 */
public record Path(List<MailCertificate> certificates, boolean anchored, List<Problem> problems) {
  public Path {
    certificates = List.copyOf(certificates);
    problems = List.copyOf(problems);
  }

  public boolean valid() {
    return anchored && problems.isEmpty();
  }
}
