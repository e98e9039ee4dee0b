package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.SignatureAlgorithms;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.StatusCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Verifies one signer info over its content (RFC 5652 section 5.6). */
public final class SignerVerification {
  private final SignerStructure signer;
  private final String contentType;
  private final List<MailCertificate> certificates;
  private final Host host;

  private SignerVerification(
      SignerStructure signer, String contentType, List<MailCertificate> certificates, Host host) {
    this.signer = signer;
    this.contentType = contentType;
    this.certificates = certificates;
    this.host = host;
  }

  /**
   * A signer of a message.
   *
   * @param contentType OID that the signed attributes must name
   * @param certificates where the signer's certificate is looked for
   */
  public static SignerVerification ofContent(
      SignerStructure signer, String contentType, List<MailCertificate> certificates, Host host) {
    return new SignerVerification(signer, contentType, certificates, host);
  }

  /**
   * A signer of another signature's value (RFC 5652 section 11.4). It names no content type, and it
   * may do without attributes: what it signs is no content that could be shown in place of another.
   */
  static SignerVerification ofSignature(
      SignerStructure signer, List<MailCertificate> certificates, Host host) {
    return new SignerVerification(signer, null, certificates, host);
  }

  /**
   * Verifies. Never fails: what is wrong stands in the result.
   *
   * @param contents forms of the content any of which may be what was signed, most likely first:
   *     with canonical line ends, and as it arrived
   * @param digests of these contents, as far as they are known
   */
  public Step<SignerFacts> verify(List<Bulk> contents, ContentDigests digests) {
    return Step.start(() -> verifyNow(contents, digests))
        .recover(error -> Step.done(SignerFacts.fault(signer, code(error), detail(error))));
  }

  private Step<SignerFacts> verifyNow(List<Bulk> contents, ContentDigests digests) {
    SignatureScheme scheme =
        readOrMalformed(
            () ->
                SignatureAlgorithms.ofSigner(
                    signer.info().getDigestAlgorithm(),
                    signer.info().getDigestEncryptionAlgorithm()));
    Optional<SignedAttributes> present = readOrMalformed(() -> SignedAttributes.of(signer));
    if (present.isEmpty()) {
      return verifyWithoutAttributes(scheme, contents);
    }
    SignedAttributes attributes = present.get();
    Long signingTime = readOrMalformed(attributes::signingTime);
    byte[] expected = readOrMalformed(attributes::messageDigest);
    checkContentType(attributes);
    CertificateBinding binding = readOrMalformed(() -> new CertificateBinding(attributes));
    SignerCertificates candidates = readOrMalformed(() -> candidates(binding));
    SignerFacts facts = SignerFacts.of(scheme, signingTime);
    if (candidates.none()) {
      return Step.done(facts.with(StatusCode.NO_SIGNER, null));
    }
    SignerFacts tampered = facts.with(StatusCode.TAMPERED, candidates.first());
    if (!readOrMalformed(attributes::bindsAlgorithms)) {
      return Step.done(tampered);
    }
    return digested(digests, scheme, expected, contents, 0)
        .then(
            content ->
                content == null
                    ? Step.done(tampered)
                    : candidates
                        .made(readOrMalformed(attributes::signedForms), scheme)
                        .map(
                            verified ->
                                verified == null
                                    ? tampered
                                    : facts.valid(
                                        verified, content, claims(attributes, verified))));
  }

  /** The signature is over the octets themselves. */
  private Step<SignerFacts> verifyWithoutAttributes(SignatureScheme scheme, List<Bulk> contents) {
    if (contentType != null) {
      // Without them a signature over one content can be shown as a signature over another.
      throw SmimeException.malformed("the signed attributes are missing");
    }
    SignerCertificates candidates = readOrMalformed(() -> candidates(null));
    SignerFacts facts = SignerFacts.of(scheme, null);
    if (candidates.none()) {
      return Step.done(facts.with(StatusCode.NO_SIGNER, null));
    }
    Bulk content = contents.get(0);
    return candidates
        .made(List.of(content.read()), scheme)
        .map(
            verified ->
                verified == null
                    ? facts.with(StatusCode.TAMPERED, candidates.first())
                    : facts.valid(verified, content, SignerClaims.NONE));
  }

  private void checkContentType(SignedAttributes attributes) {
    if (contentType == null) {
      if (attributes.hasContentType()) {
        throw SmimeException.malformed("a countersignature names a content type");
      }
    } else if (!readOrMalformed(attributes::contentType).equals(contentType)) {
      throw SmimeException.malformed("the signed attributes name another content type");
    }
  }

  private SignerCertificates candidates(CertificateBinding binding) {
    return SignerCertificates.of(signer, certificates, binding, host);
  }

  private SignerClaims claims(SignedAttributes attributes, MailCertificate verified) {
    return SignerClaims.read(attributes, verified, certificates);
  }

  /** The form of the content that has this digest, or null. */
  private static Step<Bulk> digested(
      ContentDigests digests,
      SignatureScheme scheme,
      byte[] expected,
      List<Bulk> contents,
      int index) {
    if (index == contents.size()) {
      return Step.done(null);
    }
    return digests
        .of(scheme.digest(), contents.get(index))
        .then(
            value ->
                Arrays.equals(value, expected)
                    ? Step.done(contents.get(index))
                    : digested(digests, scheme, expected, contents, index + 1));
  }

  private static StatusCode code(SmimeException error) {
    return switch (error.code()) {
      case UNSUPPORTED_ALGORITHM -> StatusCode.UNSUPPORTED;
      case MALFORMED_MESSAGE, TOO_LARGE -> StatusCode.MALFORMED;
      default -> StatusCode.INTERNAL_ERROR;
    };
  }

  private static String detail(SmimeException error) {
    return switch (error.code()) {
      case UNSUPPORTED_ALGORITHM -> error.details().get("oid");
      case MALFORMED_MESSAGE, TOO_LARGE, ENGINE_UNAVAILABLE -> error.getMessage();
      default -> null;
    };
  }

  private static <T> T readOrMalformed(Supplier<T> reading) {
    return Asn1.read("a signer info", reading);
  }
}
