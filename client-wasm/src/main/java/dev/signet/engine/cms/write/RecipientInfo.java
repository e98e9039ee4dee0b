package dev.signet.engine.cms.write;

import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KemAlgorithm;
import dev.signet.engine.algorithm.KeyAgreementScheme;
import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.KeyWrap;
import dev.signet.engine.cert.MailCertificate;
import java.util.List;

/**
 * One RecipientInfo in DER (RFC 5652 section 6.2). The certificate is always named by issuer and
 * serial number, which every reader knows.
 */
public final class RecipientInfo {
  /** What the key-encryption key is derived with after a key encapsulation (RFC 9936). */
  public static final KeyDerivationFunction KEM_FUNCTION =
      new KeyDerivationFunction(KeyDerivationFunction.Kind.HKDF, DigestAlgorithm.SHA256);

  private static final String ORI_KEM = "1.2.840.113549.1.9.16.13.3";
  private static final String HKDF_SHA256 = "1.2.840.113549.1.9.16.3.28";

  private enum Kind {
    TRANSPORT,
    AGREEMENT,
    OTHER
  }

  private final Kind kind;
  private final byte[] encoded;

  private RecipientInfo(Kind kind, byte[] encoded) {
    this.kind = kind;
    this.encoded = encoded;
  }

  /** KeyTransRecipientInfo (RFC 5652 section 6.2.1), of version 0. */
  public static RecipientInfo transport(
      MailCertificate certificate, KeyTransport transport, byte[] encryptedKey) {
    return new RecipientInfo(
        Kind.TRANSPORT,
        Der.sequence(
            Der.integer(0),
            IssuerAndSerial.of(certificate).encoded(),
            AlgorithmIdentifiers.keyTransport(transport),
            Der.octetString(encryptedKey)));
  }

  /**
   * KeyAgreeRecipientInfo (RFC 5652 section 6.2.2), of version 3.
   *
   * @param ephemeralKey DER of the SubjectPublicKeyInfo of the sender's new key; as
   *     OriginatorPublicKey it has the same fields. For elliptic curves the curve is named in it,
   *     which RFC 5753 section 3.1.1 allows
   * @param wrapped the content-encryption key
   */
  public static RecipientInfo agreement(
      MailCertificate certificate,
      KeyAgreementScheme scheme,
      KeyWrap wrap,
      byte[] ephemeralKey,
      byte[] wrapped) {
    byte[] originatorKey = Der.retagged(Der.context(1, true), ephemeralKey);
    byte[] encryptedKey =
        Der.sequence(IssuerAndSerial.of(certificate).encoded(), Der.octetString(wrapped));
    return new RecipientInfo(
        Kind.AGREEMENT,
        Der.element(
            Der.context(1, true),
            Der.integer(3),
            Der.element(Der.context(0, true), originatorKey),
            Der.sequence(Der.oid(scheme.oid()), AlgorithmIdentifiers.keyWrap(wrap)),
            Der.sequence(encryptedKey)));
  }

  /**
   * ECC-CMS-SharedInfo (RFC 5753 section 7.2), which the key-encryption key of an agreement is
   * derived with; there is no entityUInfo, because there is no user keying material.
   */
  public static byte[] sharedInfo(KeyWrap wrap) {
    byte[] bits = {0, 0, (byte) (wrap.keyBytes() * 8 >> 8), (byte) (wrap.keyBytes() * 8)};
    return Der.sequence(
        AlgorithmIdentifiers.keyWrap(wrap),
        Der.element(Der.context(2, true), Der.octetString(bits)));
  }

  /**
   * KEMRecipientInfo (RFC 9629 section 3) as OtherRecipientInfo, of version 0, with HKDF-SHA-256
   * (RFC 9936 section 2.2.1).
   *
   * @param ciphertext what the key encapsulation gave
   * @param wrapped the content-encryption key
   */
  public static RecipientInfo encapsulation(
      MailCertificate certificate,
      KemAlgorithm kem,
      KeyWrap wrap,
      byte[] ciphertext,
      byte[] wrapped) {
    byte[] info =
        Der.sequence(
            Der.integer(0),
            IssuerAndSerial.of(certificate).encoded(),
            Der.sequence(Der.oid(kem.oid())),
            Der.octetString(ciphertext),
            Der.sequence(Der.oid(HKDF_SHA256)),
            Der.integer(wrap.keyBytes()),
            AlgorithmIdentifiers.keyWrap(wrap),
            Der.octetString(wrapped));
    return new RecipientInfo(Kind.OTHER, Der.element(Der.context(4, true), Der.oid(ORI_KEM), info));
  }

  /** CMSORIforKEMOtherInfo (RFC 9629 section 5), without user keying material. */
  public static byte[] kemInfo(KeyWrap wrap) {
    return Der.sequence(AlgorithmIdentifiers.keyWrap(wrap), Der.integer(wrap.keyBytes()));
  }

  /** The SET OF RecipientInfo. */
  static byte[] set(List<RecipientInfo> recipients) {
    byte[][] encodings = new byte[recipients.size()][];
    for (int i = 0; i < encodings.length; i++) {
      encodings[i] = recipients.get(i).encoded;
    }
    return Der.setOf(encodings);
  }

  /**
   * The version of an EnvelopedData with these recipients, without originator information and
   * unprotected attributes (RFC 5652 section 6.1).
   */
  static int envelopedDataVersion(List<RecipientInfo> recipients) {
    int version = 0;
    for (RecipientInfo recipient : recipients) {
      switch (recipient.kind) {
        case OTHER -> version = 3;
        case AGREEMENT -> version = Math.max(version, 2);
        default -> {
          // Version 0, which an EnvelopedData of version 0 is made of.
        }
      }
    }
    return version;
  }
}
