package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.ShortDigests;
import dev.signet.engine.cert.DirectoryName;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/** Whether an answer is to be believed on one certificate (RFC 6960 section 3.2). */
final class AnswerCheck {
  /** What came of an answer. */
  enum Worth {
    /** It says good or revoked, and everything about it is right. */
    BELIEVED,
    /** The responder does not know the certificate by the name that it was asked with. */
    NOT_KNOWN,
    /** It is no answer, or not from whom it has to be, or not of now. */
    NONE
  }

  /**
   * @param statement null unless believed
   * @param until how long the word of who signed it can be relied on, milliseconds since 1970; null
   *     where that is to be found out anew each time
   */
  record Checked(Worth worth, Statement statement, Long until) {
    static final Checked NOT_KNOWN = new Checked(Worth.NOT_KNOWN, null, null);
    static final Checked NONE = new Checked(Worth.NONE, null, null);
  }

  /** Critical extensions that change nothing here (RFC 6960 section 4.4). */
  private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
      Set.of(
          OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
          OCSPObjectIdentifiers.id_pkix_ocsp_crl,
          OCSPObjectIdentifiers.id_pkix_ocsp_archive_cutoff,
          OCSPObjectIdentifiers.id_pkix_ocsp_extended_revoke);

  private final MailCertificate issuer;
  private final CertificateId id;
  private final Delegates delegates;
  private final long at;
  private final boolean authority;

  /**
   * @param at the instant that answers have to speak of, milliseconds since 1970
   */
  AnswerCheck(MailCertificate certificate, MailCertificate issuer, Delegates delegates, long at) {
    this.issuer = issuer;
    this.delegates = delegates;
    this.at = at;
    authority = certificate.isCa();
    id = new CertificateId(certificate, issuer);
  }

  /** The certificate as answers name it. */
  CertificateId id() {
    return id;
  }

  /**
   * Checks; fails with {@code ABORTED} alone.
   *
   * @param nonce what was asked with; null: whatever stands there
   */
  Step<Checked> check(byte[] encoding, byte[] nonce) {
    return Step.start(
            () -> {
              OcspAnswer answer = OcspAnswer.read(encoding);
              return answer == null ? Step.done(Checked.NOT_KNOWN) : check(answer, nonce);
            })
        .recover(
            error ->
                error.code() == ErrorCode.ABORTED
                    ? Step.<Checked>failed(error)
                    : Step.done(Checked.NONE));
  }

  /** The same of an answer that was read. What costs nothing comes first, the signature last. */
  Step<Checked> check(OcspAnswer answer, byte[] nonce) {
    if (hasUnknownCritical(answer.extensions())
        || nonce != null && !nonceIs(nonce, answer.extensions())
        || answer.producedAt() - Statement.SKEW > at) {
      return Step.done(Checked.NONE);
    }
    boolean spoken = false;
    Statement statement = null;
    for (OcspAnswer.Single response : answer.responses()) {
      if (!id.is(response.certificate())) {
        continue;
      }
      spoken = true;
      Statement each = response.statement();
      if (each.covers(at, authority) && !hasUnknownCritical(response.extensions())) {
        statement = statement == null ? each : statement.or(each);
      }
    }
    if (statement == null || !statement.known()) {
      return Step.done(spoken && statement == null ? Checked.NONE : Checked.NOT_KNOWN);
    }
    Statement said = statement;
    return signer(answer, signers(answer), 0)
        .map(
            signer ->
                signer == null
                    ? Checked.NONE
                    : new Checked(Worth.BELIEVED, said, delegates.until(signer, issuer)));
  }

  private static boolean hasUnknownCritical(Extensions extensions) {
    if (extensions == null) {
      return false;
    }
    for (ASN1ObjectIdentifier oid : extensions.getCriticalExtensionOIDs()) {
      if (!UNDERSTOOD.contains(oid)) {
        return true;
      }
    }
    return false;
  }

  /** Responders that answer in advance leave it out (RFC 9654 section 2.1). */
  private static boolean nonceIs(byte[] nonce, Extensions extensions) {
    Extension extension =
        extensions == null
            ? null
            : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    try {
      return extension == null
          || Arrays.equals(
              extension.getExtnValue().getOctets(), new DEROctetString(nonce).getEncoded("DER"));
    } catch (IOException e) {
      return false;
    }
  }

  /** Those whom the answer may mean by its responder's name, the issuer first. */
  private List<MailCertificate> signers(OcspAnswer answer) {
    List<MailCertificate> candidates = new ArrayList<>(List.of(issuer));
    candidates.addAll(answer.certificates());
    return candidates.stream()
        .distinct()
        .filter(candidate -> names(answer.responder(), candidate))
        .toList();
  }

  private static boolean names(ResponderID responder, MailCertificate candidate) {
    return responder.getName() != null
        ? DirectoryName.of(responder.getName()).equals(candidate.subjectName())
        : Arrays.equals(
            responder.getKeyHash(),
            ShortDigests.of(
                DigestAlgorithm.SHA1, candidate.publicKey().getPublicKeyData().getOctets()));
  }

  /** Null where it is none of them. */
  private Step<MailCertificate> signer(
      OcspAnswer answer, List<MailCertificate> candidates, int index) {
    if (index == candidates.size()) {
      return Step.done(null);
    }
    MailCertificate candidate = candidates.get(index);
    return Signatures.made(candidate, answer.algorithm(), answer.toBeSigned(), answer.signature())
        .then(
            made ->
                made && !candidate.equals(issuer)
                    ? delegates.authorised(candidate, issuer)
                    : Step.done(made))
        .then(believed -> believed ? Step.done(candidate) : signer(answer, candidates, index + 1));
  }
}
