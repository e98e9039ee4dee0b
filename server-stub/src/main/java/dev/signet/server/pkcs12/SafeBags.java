package dev.signet.server.pkcs12;

import dev.signet.server.pkcs12.Pkcs12Refusal.Reason;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.pkcs.SecretBag;
import org.bouncycastle.asn1.sec.ECPrivateKey;

/**
 * The bags of the safes that can be read without a passphrase (RFC 7292, 4.2), and what they say
 * about keys.
 */
final class SafeBags {
  private int encryptedKeys;

  /** How many encrypted keys were seen. */
  int encryptedKeys() {
    return encryptedKeys;
  }

  /** Looks at every bag of a safe, and at those in nested safes. */
  void check(byte[] safeContents) throws Pkcs12Refusal {
    checkAll(Asn1.as(ASN1Sequence::getInstance, Asn1.read(safeContents), "safe contents"));
  }

  /** What is called encrypted must not be readable as what it would be in clear. */
  static void checkNotReadable(byte[] encrypted) throws Pkcs12Refusal {
    if (reads(SafeBags::bags, encrypted) || isClearKey(encrypted)) {
      throw clearKey();
    }
    if (encrypted.length == 0) {
      throw new Pkcs12Refusal(Reason.NO_KEY, "What the file calls encrypted is empty.");
    }
  }

  /** Whether it is a private key by PKCS#8, PKCS#1 or SEC 1. */
  private static boolean isClearKey(byte[] bytes) {
    return reads(PrivateKeyInfo::getInstance, bytes)
        || reads(RSAPrivateKey::getInstance, bytes)
        || reads(ECPrivateKey::getInstance, bytes);
  }

  /**
   * Recursion ends where {@link dev.signet.server.asn1.Asn1Extent} bounds the depth: nested safes
   * lie within one element.
   */
  private void checkAll(ASN1Sequence bags) throws Pkcs12Refusal {
    for (ASN1Encodable element : bags) {
      SafeBag bag = Asn1.as(SafeBag::getInstance, element, "bag");
      ASN1ObjectIdentifier type = bag.getBagId();
      if (type.equals(PKCSObjectIdentifiers.keyBag)) {
        throw clearKey();
      } else if (type.equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
        checkEncrypted(bag.getBagValue());
        encryptedKeys++;
      } else if (type.equals(PKCSObjectIdentifiers.safeContentsBag)) {
        checkAll(Asn1.as(ASN1Sequence::getInstance, bag.getBagValue(), "nested safe"));
      } else if (type.equals(PKCSObjectIdentifiers.certBag)
          || type.equals(PKCSObjectIdentifiers.crlBag)) {
        checkPublic(bag.getBagValue());
      } else if (type.equals(PKCSObjectIdentifiers.secretBag)) {
        checkSecret(bag.getBagValue());
      } else {
        throw new Pkcs12Refusal(
            Reason.UNSUPPORTED, "The file has a bag of the unsupported type " + type + ".");
      }
    }
  }

  private static void checkEncrypted(Object value) throws Pkcs12Refusal {
    EncryptedPrivateKeyInfo key =
        Asn1.as(EncryptedPrivateKeyInfo::getInstance, value, "encrypted key");
    Encryption.check(key.getEncryptionAlgorithm());
    checkNotReadable(key.getEncryptedData());
  }

  /**
   * A certificate or a list of revoked ones may lie in clear, but must not be a key under that
   * name.
   */
  private static void checkPublic(Object value) throws Pkcs12Refusal {
    // CertBag and CRLBag have one shape (RFC 7292, 4.2.3 and 4.2.4).
    CertBag bag = Asn1.as(CertBag::getInstance, value, "certificate");
    byte[] content =
        bag.getCertValue() instanceof ASN1OctetString octets
            ? octets.getOctets()
            : Asn1.as(
                element -> ((ASN1Object) element).getEncoded(), bag.getCertValue(), "certificate");
    if (isClearKey(content)) {
      throw clearKey();
    }
  }

  /**
   * Of secrets the one form is taken that says that it is encrypted: Java's, an encrypted key by
   * PKCS#8 in an octet string. Any other might lie there in clear.
   */
  private static void checkSecret(Object value) throws Pkcs12Refusal {
    SecretBag secret = Asn1.as(SecretBag::getInstance, value, "secret");
    if (!secret.getSecretTypeId().equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
      throw new Pkcs12Refusal(
          Reason.CLEAR_KEY, "The file holds a secret that may lie in clear: leave it out.");
    }
    ASN1OctetString octets =
        Asn1.as(ASN1OctetString::getInstance, secret.getSecretValue(), "secret");
    checkEncrypted(Asn1.read(octets.getOctets()));
  }

  private static Object bags(Object element) {
    ASN1Sequence bags = ASN1Sequence.getInstance(element);
    bags.forEach(SafeBag::getInstance);
    return bags;
  }

  private static boolean reads(Asn1.Shape<?> shape, byte[] bytes) {
    try {
      Asn1.as(shape, Asn1.read(bytes), "readable content");
      return true;
    } catch (Pkcs12Refusal e) {
      return false;
    }
  }

  private static Pkcs12Refusal clearKey() {
    return new Pkcs12Refusal(
        Reason.CLEAR_KEY, "The file holds a private key in clear: encrypt it before it is stored.");
  }
}
