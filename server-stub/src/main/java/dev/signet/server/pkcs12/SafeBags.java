package dev.signet.server.pkcs12;

import dev.signet.server.pkcs12.Pkcs12Refusal.Reason;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;

/**
 * The bags of the safes that can be read without a passphrase (RFC 7292, 4.2), and what they say
 * about keys.
 */
final class SafeBags {
  private static final Set<ASN1ObjectIdentifier> WITHOUT_KEYS =
      Set.of(
          PKCSObjectIdentifiers.certBag,
          PKCSObjectIdentifiers.crlBag,
          PKCSObjectIdentifiers.secretBag);

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
    if (reads(SafeBags::bags, encrypted) || reads(PrivateKeyInfo::getInstance, encrypted)) {
      throw clearKey();
    }
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
        EncryptedPrivateKeyInfo key =
            Asn1.as(EncryptedPrivateKeyInfo::getInstance, bag.getBagValue(), "encrypted key");
        Encryption.check(key.getEncryptionAlgorithm());
        checkNotReadable(key.getEncryptedData());
        encryptedKeys++;
      } else if (type.equals(PKCSObjectIdentifiers.safeContentsBag)) {
        checkAll(Asn1.as(ASN1Sequence::getInstance, bag.getBagValue(), "nested safe"));
      } else if (!WITHOUT_KEYS.contains(type)) {
        throw new Pkcs12Refusal(
            Reason.UNSUPPORTED, "The file has a bag of the unsupported type " + type + ".");
      }
    }
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
