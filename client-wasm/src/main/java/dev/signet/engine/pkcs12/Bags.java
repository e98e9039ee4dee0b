package dev.signet.engine.pkcs12;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;

/** Reads SafeContents (RFC 7292 section 4.2), nested ones as if they were one. */
final class Bags {
  /** More than a truststore of every public authority has. */
  private static final int MOST = 1000;

  private final boolean encrypted;
  private final List<Bag> found = new ArrayList<>();
  private int seen;

  private Bags(boolean encrypted) {
    this.encrypted = encrypted;
  }

  /**
   * @param encoding of a SafeContents
   * @param encrypted whether it came out of an encrypted part
   */
  static List<Bag> read(byte[] encoding, boolean encrypted) {
    Bags bags = new Bags(encrypted);
    Faults.reading(
        () -> {
          bags.contents(Faults.parse(encoding));
          return null;
        });
    return bags.found;
  }

  private void contents(ASN1Encodable encoding) {
    for (ASN1Encodable each : ASN1Sequence.getInstance(encoding)) {
      if (++seen > MOST) {
        throw Faults.tooLarge("bags", MOST);
      }
      bag(SafeBag.getInstance(each));
    }
  }

  private void bag(SafeBag bag) {
    ASN1ObjectIdentifier type = bag.getBagId();
    ASN1Set attributes = bag.getBagAttributes();
    // Read once here, so that a damaged attribute is a damaged file and nothing later.
    Bag.localKeyId(attributes);
    Bag.friendlyName(attributes);
    if (type.equals(PKCSObjectIdentifiers.keyBag)) {
      found.add(
          new Bag.ClearKey(PrivateKeyInfo.getInstance(bag.getBagValue()), !encrypted, attributes));
    } else if (type.equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
      EncryptedPrivateKeyInfo info = EncryptedPrivateKeyInfo.getInstance(bag.getBagValue());
      found.add(
          new Bag.ShroudedKey(
              Sealed.of(info.getEncryptionAlgorithm(), info.getEncryptedData()), attributes));
    } else if (type.equals(PKCSObjectIdentifiers.certBag)) {
      CertBag certificate = CertBag.getInstance(bag.getBagValue());
      if (certificate.getCertId().equals(PKCSObjectIdentifiers.x509Certificate)) {
        found.add(
            new Bag.X509(
                ASN1OctetString.getInstance(certificate.getCertValue()).getOctets(), attributes));
      }
    } else if (type.equals(PKCSObjectIdentifiers.safeContentsBag)) {
      contents(bag.getBagValue());
    }
  }
}
