package dev.signet.engine.revocation;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import dev.signet.engine.revocation.RevocationStatus.Kind;
import dev.signet.engine.revocation.crl.CrlSource;
import dev.signet.engine.revocation.ocsp.OcspCache;
import dev.signet.engine.revocation.ocsp.OcspSource;
import java.util.List;

/**
 * Asks the sources at hand, of which one that says revoked is believed before one that says good,
 * and a responder where none of them can tell.
 */
public final class RevocationCheck {
  private final OcspSource ocsp;
  private final CrlSource crls;
  private final boolean online;

  /**
   * @param heap certificates among which signers of answers and lists are looked for
   * @param at milliseconds since 1970
   * @param minimumRsaBits below this the RSA key of who signs an answer or a list is weak
   * @param online whether a responder may be asked
   */
  public RevocationCheck(
      Host host,
      OcspCache cache,
      Evidence evidence,
      List<MailCertificate> heap,
      long at,
      int minimumRsaBits,
      boolean online) {
    crls = new CrlSource(evidence.crls(), heap, at, minimumRsaBits);
    ocsp =
        new OcspSource(
            host,
            cache,
            evidence.ocspResponses(),
            (delegate, issuer) -> crls.status(List.of(delegate, issuer), 0),
            at,
            minimumRsaBits);
    this.online = online;
  }

  /**
   * What is known of the certificate at {@code index} of a valid path; the last has no issuer.
   * Fails only with {@code ABORTED}.
   */
  public Step<RevocationStatus> of(List<MailCertificate> path, int index) {
    MailCertificate certificate = path.get(index);
    MailCertificate issuer = path.get(index + 1);
    return known(ocsp.atHand(certificate, issuer))
        .then(
            answered ->
                answered.kind() == Kind.REVOKED
                    ? Step.done(answered)
                    : known(crls.status(path, index)).map(listed -> worse(answered, listed)))
        .then(
            atHand ->
                atHand.kind() == Kind.UNKNOWN && online
                    ? known(ocsp.ask(certificate, issuer))
                    : Step.done(atHand));
  }

  /** A message could bring an answer of yesterday so that nobody looks at the list of today. */
  private static RevocationStatus worse(RevocationStatus answered, RevocationStatus listed) {
    return listed.kind() == Kind.REVOKED || answered.kind() == Kind.UNKNOWN ? listed : answered;
  }

  private static Step<RevocationStatus> known(Step<RevocationStatus> source) {
    return source.recover(
        error ->
            error.code() == ErrorCode.ABORTED ? Step.<RevocationStatus>failed(error) : unknown());
  }

  private static Step<RevocationStatus> unknown() {
    return Step.done(RevocationStatus.UNKNOWN);
  }
}
