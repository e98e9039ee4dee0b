package dev.signet.engine.cms;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.SignatureAlgorithms;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.StatusCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;

/** Verifies one signer info over its content (RFC 5652 section 5.6). */
public final class SignerVerification {
  private final SignerInfo signer;
  private final String contentType;
  private final List<MailCertificate> certificates;

  /**
   * @param contentType OID that the signed attributes must name
   * @param certificates where the signer's certificate is looked for
   */
  public SignerVerification(
      SignerInfo signer, String contentType, List<MailCertificate> certificates) {
    this.signer = signer;
    this.contentType = contentType;
    this.certificates = certificates;
  }

  /**
   * Verifies. Never fails: what is wrong stands in the result.
   *
   * @param contents forms of the content any of which may be what was signed, most likely first:
   *     with canonical line ends, and as it arrived
   */
  public Step<SignerFacts> verify(List<Bulk> contents) {
    return Step.start(() -> verify(contents, candidates()))
        .recover(error -> Step.done(facts(code(error), detail(error), null, null, null, null)));
  }

  private Step<SignerFacts> verify(List<Bulk> contents, List<MailCertificate> candidates) {
    DigestAlgorithm digest = DigestAlgorithm.of(signer.getDigestAlgorithm().getAlgorithm().getId());
    SignatureScheme scheme =
        SignatureAlgorithms.ofSigner(
            signer.getDigestEncryptionAlgorithm().getAlgorithm().getId(), digest);
    SignedAttributes attributes = new SignedAttributes(signer);
    Long signingTime = readOrMalformed(attributes::signingTime);
    byte[] expected = readOrMalformed(attributes::messageDigest);
    if (!readOrMalformed(attributes::contentType).equals(contentType)) {
      throw SmimeException.malformed("the signed attributes name another content type");
    }
    if (candidates.isEmpty()) {
      return Step.done(facts(StatusCode.NO_SIGNER, null, null, scheme, signingTime, null));
    }
    MailCertificate first = candidates.get(0);
    SignerFacts tampered = facts(StatusCode.TAMPERED, null, first, scheme, signingTime, null);
    return digested(digest, expected, contents, 0)
        .then(
            content ->
                content == null
                    ? Step.done(tampered)
                    : verifyValue(attributes, scheme, candidates, 0)
                        .map(
                            verified ->
                                verified == null
                                    ? tampered
                                    : facts(null, null, verified, scheme, signingTime, content)));
  }

  /** The form of the content that has this digest, or null. */
  private static Step<Bulk> digested(
      DigestAlgorithm digest, byte[] expected, List<Bulk> contents, int index) {
    if (index == contents.size()) {
      return Step.done(null);
    }
    return Step.ask(new Ask.Digest(digest, contents.get(index)))
        .then(
            value ->
                Arrays.equals(value, expected)
                    ? Step.done(contents.get(index))
                    : digested(digest, expected, contents, index + 1));
  }

  /** The certificate whose key made the signature value, or null. */
  private Step<MailCertificate> verifyValue(
      SignedAttributes attributes,
      SignatureScheme scheme,
      List<MailCertificate> candidates,
      int index) {
    if (index == candidates.size()) {
      return Step.done(null);
    }
    MailCertificate candidate = candidates.get(index);
    byte[] value = signer.getEncryptedDigest().getOctets();
    return Step.ask(new Ask.Verify(publicKey(candidate), scheme, attributes.signedBytes(), value))
        .then(
            right ->
                right && readOrMalformed(() -> attributes.bind(candidate))
                    ? Step.done(candidate)
                    : verifyValue(attributes, scheme, candidates, index + 1));
  }

  private static byte[] publicKey(MailCertificate certificate) {
    try {
      return certificate.publicKey().getEncoded("DER");
    } catch (IOException e) {
      throw SmimeException.malformed("the signer's key is damaged");
    }
  }

  private List<MailCertificate> candidates() {
    return readOrMalformed(() -> certificates.stream().filter(this::identified).toList());
  }

  private boolean identified(MailCertificate certificate) {
    SignerIdentifier id = signer.getSID();
    if (id.isTagged()) {
      byte[] identifier = ASN1OctetString.getInstance(id.getId()).getOctets();
      return certificate
          .subjectKeyIdentifier()
          .map(own -> Arrays.equals(own, identifier))
          .orElse(false);
    }
    IssuerAndSerialNumber issuer = IssuerAndSerialNumber.getInstance(id.getId());
    return issuer.getSerialNumber().hasValue(certificate.structure().getSerialNumber().getValue())
        && issuer.getName().equals(certificate.issuer());
  }

  private SignerFacts facts(
      StatusCode fault,
      String detail,
      MailCertificate certificate,
      SignatureScheme scheme,
      Long signingTime,
      Bulk content) {
    String digestOid = signer.getDigestAlgorithm().getAlgorithm().getId();
    String signatureOid = signer.getDigestEncryptionAlgorithm().getAlgorithm().getId();
    return new SignerFacts(
        fault,
        detail,
        DigestAlgorithm.find(digestOid).map(DigestAlgorithm::weak).orElse(false),
        certificate,
        DigestAlgorithm.find(digestOid).map(DigestAlgorithm::display).orElse(digestOid),
        scheme == null ? signatureOid : scheme.algorithm().display(),
        signingTime,
        content);
  }

  private static StatusCode code(SmimeException error) {
    return switch (error.code()) {
      case UNSUPPORTED_ALGORITHM -> StatusCode.UNSUPPORTED;
      case MALFORMED_MESSAGE, TOO_LARGE -> StatusCode.MALFORMED;
      default -> StatusCode.INTERNAL_ERROR;
    };
  }

  private static String detail(SmimeException error) {
    return error.code() == ErrorCode.UNSUPPORTED_ALGORITHM
        ? error.details().get("oid")
        : error.getMessage();
  }

  private static <T> T readOrMalformed(Supplier<T> reading) {
    return Asn1.read("a signer info", reading);
  }
}
