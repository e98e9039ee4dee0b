package dev.signet.engine.pkcs12;

import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Bulk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;

/**
 * The outer structure of a file (RFC 7292 section 4), read without the passphrase.
 *
 * @param mac null where the file has none
 * @param authenticated what the MAC covers
 */
record Pkcs12File(Mac mac, byte[] authenticated, List<Part> parts) {
  private static final int MOST_BYTES = 8 << 20;
  private static final int MOST_PARTS = 100;

  /** {@code INTEGER 3}. */
  private static final byte[] VERSION = {2, 1, 3};

  /** The beginning of an OID 1.2.840.113549.1.7.x. */
  private static final byte[] PKCS7 = {
    6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 7
  };

  /**
   * One part: its bags where it is in clear, else what it is sealed in.
   *
   * @param bags null where it is sealed
   */
  record Part(List<Bag> bags, Sealed sealed) {}

  /**
   * Reads the structure.
   *
   * @throws SmimeException {@code NOT_PKCS12}, {@code DAMAGED_PKCS12}, {@code TOO_LARGE}, {@code
   *     REFUSED_PARAMETERS}; {@code UNSUPPORTED_ALGORITHM} for a file that is signed with a public
   *     key instead of having a MAC
   */
  static Pkcs12File read(Bulk p12) {
    if (p12.length() > MOST_BYTES) {
      throw Faults.tooLarge("octets", MOST_BYTES);
    }
    byte[] bytes = Armour.without(p12.read());
    if (!looksLikePkcs12(bytes)) {
      throw Faults.notPkcs12();
    }
    return Faults.reading(() -> of(Pfx.getInstance(Faults.parse(bytes))));
  }

  private static Pkcs12File of(Pfx pfx) {
    ContentInfo safe = pfx.getAuthSafe();
    if (!safe.getContentType().equals(PKCSObjectIdentifiers.data)) {
      throw SmimeException.unsupported(safe.getContentType().getId());
    }
    byte[] authenticated = ASN1OctetString.getInstance(safe.getContent()).getOctets();
    List<Part> parts = new ArrayList<>();
    for (ASN1Encodable each : ASN1Sequence.getInstance(Faults.parse(authenticated))) {
      if (parts.size() == MOST_PARTS) {
        throw Faults.tooLarge("parts", MOST_PARTS);
      }
      parts.add(part(ContentInfo.getInstance(each)));
    }
    Mac mac = Optional.ofNullable(pfx.getMacData()).map(Mac::of).orElse(null);
    return new Pkcs12File(mac, authenticated, parts);
  }

  private static Part part(ContentInfo content) {
    ASN1ObjectIdentifier type = content.getContentType();
    if (type.equals(PKCSObjectIdentifiers.data)) {
      byte[] encoding = ASN1OctetString.getInstance(content.getContent()).getOctets();
      return new Part(Bags.read(encoding, false), null);
    }
    if (type.equals(PKCSObjectIdentifiers.encryptedData)) {
      EncryptedData data = EncryptedData.getInstance(content.getContent());
      return new Part(
          null, Sealed.of(data.getEncryptionAlgorithm(), data.getContent().getOctets()));
    }
    return new Part(null, Sealed.unsupported(SmimeException.unsupported(type.getId())));
  }

  /** Whether it begins as every PFX does; what is wrong after that is damage. */
  private static boolean looksLikePkcs12(byte[] bytes) {
    int version = inside(bytes, 0);
    if (version < 0 || !startsWith(bytes, version, VERSION)) {
      return false;
    }
    int oid = inside(bytes, version + VERSION.length);
    return oid >= 0 && startsWith(bytes, oid, PKCS7);
  }

  /** Where the content of the SEQUENCE begins, or -1. */
  private static int inside(byte[] bytes, int at) {
    if (at + 2 > bytes.length || bytes[at] != 0x30) {
      return -1;
    }
    int length = bytes[at + 1] & 0xff;
    return at + 2 + (length > 0x80 ? length & 0x7f : 0);
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] expected) {
    return at + expected.length <= bytes.length
        && java.util.Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
  }
}
