package dev.signet.engine.revocation.crl;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.VerificationKey;
import java.util.List;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The key that signed a list, by which lists of one source are told from those of others: what a
 * list claims of its signer's key anybody can write.
 *
 * @param holders where a DSA key gets its parameters from if it has none; empty otherwise
 */
record SignerKey(SubjectPublicKeyInfo key, List<MailCertificate> holders) {
  /**
   * @param route from the signer upwards
   */
  static SignerKey of(List<MailCertificate> route) {
    MailCertificate signer = route.get(0);
    return new SignerKey(
        signer.publicKey(), VerificationKey.inherits(signer) ? List.copyOf(route) : List.of());
  }
}
