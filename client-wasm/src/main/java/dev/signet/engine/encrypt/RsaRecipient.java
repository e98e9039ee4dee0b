package dev.signet.engine.encrypt;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KeyTransport;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** RSA keys, for key transport (RFC 8551 section 2.3). */
final class RsaRecipient {
  /** Larger ones would only cost time, ours and the reader's; drivers refuse them too. */
  private static final int LARGEST_BITS = 8192;

  private static final int LARGEST_EXPONENT_BITS = 64;

  private RsaRecipient() {}

  static RecipientKey of(SubjectPublicKeyInfo key, int minimumBits, boolean readsOaep) {
    String refusal = refusal(key, minimumBits);
    if (refusal != null) {
      return RecipientKey.refused(refusal);
    }
    KeyTransport transport = transport(key.getAlgorithm(), readsOaep);
    if (transport == null) {
      return RecipientKey.refused("key-parameters");
    }
    // As a plain RSA key, also where the certificate's own field allows OAEP only: drivers need not
    // know that field.
    return RecipientKey.usable(
        new KeyManagement.Transport(transport),
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
        key.getPublicKeyData().getOctets());
  }

  private static String refusal(SubjectPublicKeyInfo key, int minimumBits) {
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
    if (modulus.bitLength() < minimumBits) {
      return "weak-key";
    }
    return modulus.bitLength() > LARGEST_BITS ? "oversized-key" : null;
  }

  /**
   * For a key that is for OAEP only, OAEP by the parameters that the certificate asks for (RFC 4055
   * section 4.1); null where the engine does not have them.
   *
   * <p>For any other key, OAEP where the recipient is known to read it, with the default parameters
   * (SHA-1, MGF1 with SHA-1, no label): what is known of a recipient are OIDs without parameters,
   * and these are the ones that every reader of OAEP has (RFC 3560 section 3). OAEP needs no
   * resistance to collisions of its hash. Else PKCS#1 v1.5, which every reader has.
   */
  private static KeyTransport transport(AlgorithmIdentifier algorithm, boolean readsOaep) {
    if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
      return readsOaep
          ? new KeyTransport.Oaep(DigestAlgorithm.SHA1, DigestAlgorithm.SHA1, new byte[0])
          : new KeyTransport.Pkcs1();
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
    } catch (SmimeException | IllegalArgumentException | IllegalStateException e) {
      return null;
    }
  }
}
