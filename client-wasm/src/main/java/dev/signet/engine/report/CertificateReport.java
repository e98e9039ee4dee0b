package dev.signet.engine.report;

import dev.signet.engine.cert.MailCertificate;
import java.util.List;
import java.util.Locale;

/**
 * Whether a certificate is trusted, and why not.
 *
 * @param chain leaf first, anchor last; empty where none was found
 * @param revokedAt milliseconds since 1970, or null
 * @param problems most specific first; empty when trusted
 * @param advice of the S/MIME Baseline Requirements; changes nothing
 */
public record CertificateReport(
    MailCertificate certificate,
    boolean trusted,
    List<MailCertificate> chain,
    Revocation revocation,
    Long revokedAt,
    List<Problem> problems,
    List<Advice> advice) {

  /** A certificate with a problem is not trusted, whoever says so. */
  public CertificateReport {
    chain = List.copyOf(chain);
    problems = List.copyOf(problems);
    advice = List.copyOf(advice);
    trusted = trusted && problems.isEmpty();
  }

  /** What is known about revocation. */
  public enum Revocation {
    GOOD,
    REVOKED,
    UNKNOWN,
    NOT_CHECKED;

    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
