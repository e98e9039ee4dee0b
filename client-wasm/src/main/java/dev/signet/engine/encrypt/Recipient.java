package dev.signet.engine.encrypt;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.cert.MailCertificate;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * What stands in the way of encrypting to a certificate, or how it is done.
 *
 * @param refusal a stable name for why not, or null
 * @param transport null where it is refused
 */
record Recipient(MailCertificate certificate, String refusal, KeyTransport transport) {
  /** Larger ones would only cost time, ours and the reader's; drivers refuse them too. */
  private static final int LARGEST_RSA_BITS = 8192;

  private static final int LARGEST_EXPONENT_BITS = 64;

  /**
   * @param minimumRsaBits smaller keys are refused
   * @param at milliseconds since 1970
   */
  static Recipient of(MailCertificate certificate, int minimumRsaBits, long at) {
    String refusal = refusal(certificate, at);
    if (refusal == null) {
      refusal = keyRefusal(certificate.publicKey(), minimumRsaBits);
    }
    KeyTransport transport = refusal == null ? transport(certificate.publicKey()) : null;
    if (refusal == null && transport == null) {
      refusal = "key-parameters";
    }
    return new Recipient(certificate, refusal, transport);
  }

  /** RFC 8550 section 4.4, RFC 5280 section 4.2.1.3: a key that is only for signing is not it. */
  private static String refusal(MailCertificate certificate, long at) {
    if (at < certificate.notBefore()) {
      return "not-yet-valid";
    }
    if (at > certificate.notAfter()) {
      return "expired";
    }
    Optional<KeyUsage> usage = certificate.keyUsage();
    if (usage.isPresent() && !usage.get().hasUsages(KeyUsage.keyEncipherment)) {
      return "key-usage";
    }
    Optional<List<KeyPurposeId>> purposes = certificate.extendedKeyUsage();
    if (purposes.isPresent()
        && !purposes.get().contains(KeyPurposeId.id_kp_emailProtection)
        && !purposes.get().contains(KeyPurposeId.anyExtendedKeyUsage)) {
      return "extended-key-usage";
    }
    return null;
  }

  private static String keyRefusal(SubjectPublicKeyInfo key, int minimumRsaBits) {
    ASN1ObjectIdentifier algorithm = key.getAlgorithm().getAlgorithm();
    if (!algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
        && !algorithm.equals(PKCSObjectIdentifiers.id_RSAES_OAEP)) {
      return "key-algorithm";
    }
    BigInteger modulus;
    BigInteger exponent;
    try {
      // Not RSAPublicKey: it takes a negative number for a positive one.
      ASN1Sequence rsa = ASN1Sequence.getInstance(key.parsePublicKey());
      modulus = ASN1Integer.getInstance(rsa.getObjectAt(0)).getValue();
      exponent = ASN1Integer.getInstance(rsa.getObjectAt(1)).getValue();
    } catch (IOException | RuntimeException e) {
      return "damaged-key";
    }
    // With the exponent 1 the content's key would stand in the message in clear.
    if (modulus.signum() <= 0
        || !modulus.testBit(0)
        || !exponent.testBit(0)
        || exponent.compareTo(BigInteger.ONE) <= 0
        || exponent.bitLength() > LARGEST_EXPONENT_BITS) {
      return "damaged-key";
    }
    if (modulus.bitLength() < minimumRsaBits) {
      return "weak-key";
    }
    return modulus.bitLength() > LARGEST_RSA_BITS ? "oversized-key" : null;
  }

  /**
   * DER of the public key as a plain RSA key, also where the certificate's own field allows OAEP
   * only: drivers need not know that field.
   */
  byte[] publicKey() {
    try {
      AlgorithmIdentifier rsa =
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
      byte[] key = certificate.publicKey().getPublicKeyData().getOctets();
      return new SubjectPublicKeyInfo(rsa, key).getEncoded("DER");
    } catch (IOException e) {
      throw new SmimeException(ErrorCode.INTERNAL_ERROR, "a public key cannot be encoded");
    }
  }

  /**
   * PKCS#1 v1.5, which every reader has, unless the key is for OAEP only; then by the parameters
   * that the certificate asks for (RFC 4055 section 4.1). Null where the engine does not have them.
   */
  private static KeyTransport transport(SubjectPublicKeyInfo key) {
    AlgorithmIdentifier algorithm = key.getAlgorithm();
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return new KeyTransport.Pkcs1();
    }
    ASN1Encodable parameters = algorithm.getParameters();
    if (parameters == null) {
      return new KeyTransport.Oaep(DigestAlgorithm.SHA256, DigestAlgorithm.SHA256, new byte[0]);
    }
    try {
      RSAESOAEPparams oaep = RSAESOAEPparams.getInstance(parameters);
      AlgorithmIdentifier mask = oaep.getMaskGenAlgorithm();
      AlgorithmIdentifier label = oaep.getPSourceAlgorithm();
      if (!mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
          || !label.getAlgorithm().equals(PKCSObjectIdentifiers.id_pSpecified)) {
        return null;
      }
      String mgf1Digest =
          AlgorithmIdentifier.getInstance(mask.getParameters()).getAlgorithm().getId();
      return new KeyTransport.Oaep(
          DigestAlgorithm.of(oaep.getHashAlgorithm().getAlgorithm().getId()),
          DigestAlgorithm.of(mgf1Digest),
          ASN1OctetString.getInstance(label.getParameters()).getOctets());
    } catch (RuntimeException e) {
      return null;
    }
  }
}
