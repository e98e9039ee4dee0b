package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.algorithm.SignatureAlgorithms;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.VerificationKey;
import dev.signet.engine.port.Step;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Signatures over answers, and over the certificates of those who give them. */
final class Signatures {
  private Signatures() {}

  /** Whether an issuer has issued the certificate by an algorithm that is to be relied on. */
  static Step<Boolean> issued(MailCertificate certificate, MailCertificate issuer) {
    if (!certificate.issuerName().equals(issuer.subjectName())
        || !certificate.namesOneAlgorithm()) {
      return Step.done(false);
    }
    return made(
        issuer,
        certificate.structure().getSignatureAlgorithm(),
        certificate.toBeSigned(),
        certificate.signature());
  }

  /** Whether the certificate's key made the signature, over a hash that is not weak. */
  static Step<Boolean> made(
      MailCertificate signer, AlgorithmIdentifier algorithm, byte[] message, byte[] value) {
    return Step.start(
            () -> {
              SignatureScheme scheme = SignatureAlgorithms.of(algorithm);
              // SHA-1 and MD5: what is signed holds octets of the asker's choice, the nonce, so
              // that a collision could be made out of an honest answer.
              return scheme.digest().weak()
                  ? Step.done(false)
                  : VerificationKey.of(signer).verify(algorithm, scheme, message, value);
            })
        .recover(
            error ->
                error.code() == ErrorCode.ABORTED ? Step.<Boolean>failed(error) : Step.done(false));
  }
}
