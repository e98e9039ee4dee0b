package dev.signet.engine.revocation.crl;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Step;
import dev.signet.engine.revocation.RevocationStatus;
import java.util.List;

/** What lists say (RFC 5280 section 6.3). */
public final class CrlSource {
  /**
   * @param brought lists of unknown worth
   * @param heap certificates among which signers of lists are looked for
   * @param anchors where the path of a list's signer may end
   * @param at milliseconds since 1970
   */
  public CrlSource(
      List<byte[]> brought, List<MailCertificate> heap, List<MailCertificate> anchors, long at) {}

  /** What the lists say of the certificate at {@code index} of a valid path. */
  public Step<RevocationStatus> status(List<MailCertificate> path, int index) {
    return Step.done(RevocationStatus.UNKNOWN);
  }
}
