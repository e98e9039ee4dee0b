package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import dev.signet.engine.revocation.RevocationStatus;
import java.util.List;

/** What responders say. */
public final class OcspSource {
  /**
   * @param brought answers of unknown worth (RFC 6960 section 4.2.1)
   * @param at milliseconds since 1970
   */
  public OcspSource(Host host, OcspCache cache, List<byte[]> brought, long at) {}

  /** What remembered and brought answers say; {@code UNKNOWN} where none of them is good. */
  public Step<RevocationStatus> atHand(MailCertificate certificate, MailCertificate issuer) {
    return Step.done(RevocationStatus.UNKNOWN);
  }

  /** Asks the responder that the certificate names. */
  public Step<RevocationStatus> ask(MailCertificate certificate, MailCertificate issuer) {
    return Step.done(RevocationStatus.UNKNOWN);
  }
}
