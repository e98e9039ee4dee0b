package dev.signet.engine.cms;

import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.report.StatusCode;

/**
 * What verifying one signer info came to.
 *
 * @param fault why the signature is not valid: {@code MALFORMED}, {@code UNSUPPORTED}, {@code
 *     TAMPERED} or {@code NO_SIGNER}; null when the signature value and the message digest are
 *     right
 * @param faultDetail the rule that is broken or the OID that is not supported, or null
 * @param weak whether the hash is one whose collisions can be made
 * @param certificate the signer's, or null where none was found
 * @param digest display name or OID
 * @param algorithm display name or OID
 * @param signingTime as claimed, milliseconds since 1970, or null
 * @param content the form of the content that was signed; null unless the signature is valid
 * @param claims what the signer says of itself; nothing unless the signature is valid and strong
 */
public record SignerFacts(
    StatusCode fault,
    String faultDetail,
    boolean weak,
    MailCertificate certificate,
    String digest,
    String algorithm,
    Long signingTime,
    Bulk content,
    SignerClaims claims) {

  /** A signer info that could not be verified at all. */
  static SignerFacts fault(SignerStructure signer, StatusCode fault, String detail) {
    String digestOid = signer.info().getDigestAlgorithm().getAlgorithm().getId();
    String signatureOid = signer.info().getDigestEncryptionAlgorithm().getAlgorithm().getId();
    return new SignerFacts(
        fault,
        detail,
        DigestAlgorithm.find(digestOid).map(DigestAlgorithm::weak).orElse(false),
        null,
        DigestAlgorithm.find(digestOid).map(DigestAlgorithm::display).orElse(digestOid),
        signatureOid,
        null,
        null,
        SignerClaims.NONE);
  }

  /** One that was read, and is not verified yet. */
  static SignerFacts of(SignatureScheme scheme, Long signingTime) {
    return new SignerFacts(
        null,
        null,
        scheme.digest().weak(),
        null,
        scheme.digest().display(),
        scheme.algorithm().display(),
        signingTime,
        null,
        SignerClaims.NONE);
  }

  SignerFacts with(StatusCode newFault, MailCertificate signer) {
    return new SignerFacts(
        newFault, null, weak, signer, digest, algorithm, signingTime, null, SignerClaims.NONE);
  }

  SignerFacts valid(MailCertificate signer, Bulk signed, SignerClaims claimed) {
    return new SignerFacts(
        null,
        null,
        weak,
        signer,
        digest,
        algorithm,
        signingTime,
        signed,
        weak ? SignerClaims.NONE : claimed);
  }
}
