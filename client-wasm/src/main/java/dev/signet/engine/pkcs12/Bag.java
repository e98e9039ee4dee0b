package dev.signet.engine.pkcs12;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/**
 * What a file holds (RFC 7292 section 4.2), as far as the engine has a use for it; CRLs and secrets
 * are left out.
 */
sealed interface Bag {
  /** Null where there are none. */
  ASN1Set attributes();

  /**
   * A private key.
   *
   * @param exposed whether it lies in clear in the file
   */
  record ClearKey(PrivateKeyInfo key, boolean exposed, ASN1Set attributes) implements Bag {
    @Override
    public String toString() {
      return "ClearKey";
    }
  }

  /** A private key with an encryption of its own. */
  record ShroudedKey(Sealed sealed, ASN1Set attributes) implements Bag {}

  /** An X.509 certificate, unread. */
  record X509(byte[] der, ASN1Set attributes) implements Bag {}

  /** The attribute that pairs a key with its certificate. */
  static Optional<byte[]> localKeyId(ASN1Set attributes) {
    if (attributes == null) {
      return Optional.empty();
    }
    for (ASN1Encodable each : attributes) {
      Attribute attribute = Attribute.getInstance(each);
      if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_localKeyId)
          && attribute.getAttrValues().size() > 0
          && attribute.getAttrValues().getObjectAt(0) instanceof ASN1OctetString value) {
        return Optional.of(value.getOctets());
      }
    }
    return Optional.empty();
  }

  /** The name that people gave it (PKCS#9 friendlyName), or null. */
  static String friendlyName(ASN1Set attributes) {
    if (attributes == null) {
      return null;
    }
    for (ASN1Encodable each : attributes) {
      Attribute attribute = Attribute.getInstance(each);
      if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_friendlyName)
          && attribute.getAttrValues().size() > 0
          && attribute.getAttrValues().getObjectAt(0) instanceof ASN1String value) {
        return value.getString();
      }
    }
    return null;
  }

  /** Whether both have the attribute and it is the same. */
  static boolean paired(ASN1Set one, ASN1Set other) {
    Optional<byte[]> id = localKeyId(one);
    return id.isPresent()
        && localKeyId(other).filter(value -> Arrays.equals(value, id.get())).isPresent();
  }
}
