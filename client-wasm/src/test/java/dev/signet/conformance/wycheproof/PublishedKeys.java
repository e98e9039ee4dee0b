package dev.signet.conformance.wycheproof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Puts keys that were published raw into the structures that the engine reads. */
final class PublishedKeys {
  private PublishedKeys() {}

  /** ML-DSA and ML-KEM (RFC 9881 section 6, RFC 9935 section 6): the seed alone. */
  static byte[] seed(String oid, byte[] seed) {
    return privateKey(
        new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)),
        new DERTaggedObject(false, 0, new DEROctetString(seed)));
  }

  /** The same, expanded. */
  static byte[] expanded(String oid, byte[] key) {
    return privateKey(
        new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)), new DEROctetString(key));
  }

  /** X25519 and X448 (RFC 8410 section 7). */
  static byte[] montgomery(String oid, byte[] key) {
    return expanded(oid, key);
  }

  /** On a named curve (RFC 5915), without the public key. */
  static byte[] ec(String curve, BigInteger number) {
    int bits = ECNamedCurveTable.getByName(curve).getN().bitLength();
    return privateKey(curve(curve), new ECPrivateKey(bits, number));
  }

  static byte[] ecPublicKey(String curve, byte[] point) {
    return encoded(new SubjectPublicKeyInfo(curve(curve), point));
  }

  static byte[] publicKey(String oid, byte[] key) {
    return encoded(
        new SubjectPublicKeyInfo(new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)), key));
  }

  private static AlgorithmIdentifier curve(String name) {
    return new AlgorithmIdentifier(
        X9ObjectIdentifiers.id_ecPublicKey, ECNamedCurveTable.getOID(name));
  }

  private static byte[] privateKey(AlgorithmIdentifier algorithm, ASN1Encodable key) {
    try {
      return encoded(new PrivateKeyInfo(algorithm, key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encoded(org.bouncycastle.asn1.ASN1Object object) {
    try {
      return object.getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
