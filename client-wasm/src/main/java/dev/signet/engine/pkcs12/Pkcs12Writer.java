package dev.signet.engine.pkcs12;

import dev.signet.engine.port.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;

/** Writes the structure of a file (RFC 7292 section 4) in DER. */
final class Pkcs12Writer {
  private final TodaysProtection protection;

  Pkcs12Writer(TodaysProtection protection) {
    this.protection = protection;
  }

  /** Keys encrypted each by itself, certificates in clear, a MAC over all. */
  Step<byte[]> write(Contents contents) {
    List<Step<ASN1Encodable>> keys = new ArrayList<>();
    for (Contents.Key key : contents.keys()) {
      keys.add(
          protection
              .encrypt(der(key.info()))
              .map(
                  shrouded ->
                      bag(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, shrouded, key.attributes())));
    }
    return Step.all(keys)
        .then(
            bags -> {
              List<ASN1Encodable> parts = new ArrayList<>();
              if (!contents.certificates().isEmpty()) {
                parts.add(data(sequence(certificates(contents.certificates()))));
              }
              parts.add(data(sequence(bags)));
              byte[] authenticated = der(sequence(parts));
              return protection
                  .authenticate(authenticated)
                  .map(mac -> der(new Pfx(octets(authenticated), mac)));
            });
  }

  private static List<ASN1Encodable> certificates(List<Bag.X509> certificates) {
    List<ASN1Encodable> bags = new ArrayList<>();
    for (Bag.X509 each : certificates) {
      CertBag certificate =
          new CertBag(PKCSObjectIdentifiers.x509Certificate, new DEROctetString(each.der()));
      bags.add(bag(PKCSObjectIdentifiers.certBag, certificate, each.attributes()));
    }
    return bags;
  }

  private static ASN1Encodable bag(
      ASN1ObjectIdentifier type, ASN1Encodable value, ASN1Set attributes) {
    ASN1Encodable content = new DERTaggedObject(true, 0, value);
    return attributes == null
        ? new DERSequence(type, content)
        : new DERSequence(new ASN1Encodable[] {type, content, attributes});
  }

  private static ASN1Object sequence(List<ASN1Encodable> elements) {
    return new DERSequence(elements.toArray(new ASN1Encodable[0]));
  }

  private static ContentInfo data(ASN1Object safeContents) {
    return octets(der(safeContents));
  }

  private static ContentInfo octets(byte[] content) {
    return new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(content));
  }

  private static byte[] der(ASN1Object structure) {
    try {
      return structure.getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("a structure in memory");
    }
  }
}
