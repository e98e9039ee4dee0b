package dev.signet.server.pkcs12;

import dev.signet.server.pkcs12.Pkcs12Refusal.Reason;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;

/**
 * The check that a file passes before it is stored: one PKCS#12 (RFC 7292), nothing after it, every
 * private key in it encrypted, at least one there or possibly there, and a MAC that the empty
 * passphrase does not satisfy.
 *
 * <p>What lies in an encrypted safe cannot be seen from here. It is encrypted, which is the point;
 * whether it holds a key is for the owner to find out.
 */
public final class Pkcs12Check {
  private Pkcs12Check() {}

  /**
   * Passes or throws.
   *
   * @param file the whole file
   * @throws Pkcs12Refusal for the first reason found
   */
  public static void check(byte[] file) throws Pkcs12Refusal {
    try {
      judge(file);
    } catch (RuntimeException e) {
      // Bouncy Castle parses some parts only when they are asked for, and then throws what it
      // likes.
      throw new Pkcs12Refusal(Reason.NOT_PKCS12, "The file is not a PKCS#12 file, or is damaged.");
    }
  }

  private static void judge(byte[] file) throws Pkcs12Refusal {
    Pfx pfx = Asn1.as(Pfx::getInstance, Asn1.read(file), "PFX");
    if (pfx.getAuthSafe().getContentType().equals(PKCSObjectIdentifiers.signedData)) {
      throw noMac();
    }
    byte[] authenticated = data(pfx.getAuthSafe());
    checkSafes(authenticated);
    if (pfx.getMacData() == null) {
      throw noMac();
    }
    if (EmptyPassphrase.satisfies(pfx.getMacData(), authenticated)) {
      throw new Pkcs12Refusal(
          Reason.EMPTY_PASSPHRASE, "The file's passphrase is empty: set one before it is stored.");
    }
  }

  private static void checkSafes(byte[] authenticatedSafe) throws Pkcs12Refusal {
    ASN1Sequence safes =
        Asn1.as(ASN1Sequence::getInstance, Asn1.read(authenticatedSafe), "authenticated safe");
    SafeBags bags = new SafeBags();
    boolean encryptedSafe = false;
    for (ASN1Encodable element : safes) {
      ContentInfo safe = Asn1.as(ContentInfo::getInstance, element, "safe");
      if (safe.getContentType().equals(PKCSObjectIdentifiers.data)) {
        bags.check(data(safe));
      } else if (safe.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
        EncryptedData encrypted =
            Asn1.as(EncryptedData::getInstance, safe.getContent(), "encrypted safe");
        Encryption.check(encrypted.getEncryptionAlgorithm());
        ASN1OctetString content =
            Asn1.as(ASN1OctetString::getInstance, encrypted.getContent(), "encrypted safe");
        SafeBags.checkNotReadable(content.getOctets());
        encryptedSafe = true;
      } else {
        throw new Pkcs12Refusal(
            Reason.UNSUPPORTED,
            "The file has a safe of the unsupported type " + safe.getContentType() + ".");
      }
    }
    if (!encryptedSafe && bags.encryptedKeys() == 0) {
      throw new Pkcs12Refusal(Reason.NO_KEY, "The file holds no private key.");
    }
  }

  private static byte[] data(ContentInfo content) throws Pkcs12Refusal {
    if (!content.getContentType().equals(PKCSObjectIdentifiers.data)) {
      throw new Pkcs12Refusal(
          Reason.UNSUPPORTED,
          "The file's content has the unsupported type " + content.getContentType() + ".");
    }
    return Asn1.as(ASN1OctetString::getInstance, content.getContent(), "content").getOctets();
  }

  private static Pkcs12Refusal noMac() {
    return new Pkcs12Refusal(
        Reason.NO_MAC, "The file has no MAC, so nobody could tell whether it was altered.");
  }
}
