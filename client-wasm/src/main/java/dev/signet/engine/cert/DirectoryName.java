package dev.signet.engine.cert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UniversalString;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.util.encoders.Hex;

/**
 * A distinguished name in the form in which paths compare it (RFC 5280 section 7.1): strings of all
 * types alike, without case, runs of spaces as one; the order of the relative names counts, that of
 * the attributes within one does not. {@link X500Name#equals} takes any order.
 */
public final class DirectoryName {
  private final List<List<String>> relativeNames;

  private DirectoryName(List<List<String>> relativeNames) {
    this.relativeNames = relativeNames;
  }

  public static DirectoryName of(X500Name name) {
    List<List<String>> relativeNames = new ArrayList<>();
    for (RDN relative : name.getRDNs()) {
      List<String> attributes = new ArrayList<>();
      for (AttributeTypeAndValue attribute : relative.getTypesAndValues()) {
        // No OID has the sign in it, so that the two cannot be mistaken for another two.
        attributes.add(attribute.getType().getId() + "=" + comparable(attribute.getValue()));
      }
      Collections.sort(attributes);
      relativeNames.add(attributes);
    }
    return new DirectoryName(relativeNames);
  }

  /** Whether the certificate's issuer and subject are one (RFC 5280 section 3.2). */
  public static boolean selfIssued(MailCertificate certificate) {
    return certificate.subjectName().equals(certificate.issuerName());
  }

  /** How many relative names it has. */
  public int size() {
    return relativeNames.size();
  }

  /** Whether it begins with another, which may be itself: the subtree of RFC 5280 4.2.1.10. */
  public boolean within(DirectoryName base) {
    return size() >= base.size()
        && relativeNames.subList(0, base.size()).equals(base.relativeNames);
  }

  private static String comparable(ASN1Encodable value) {
    if (value instanceof ASN1String text
        && !(value instanceof ASN1BitString)
        && !(value instanceof ASN1UniversalString)) {
      return "'" + folded(text.getString());
    }
    try {
      return Hex.toHexString(value.toASN1Primitive().getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new IllegalArgumentException("malformed name");
    }
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder();
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ') {
        space = folded.length() > 0;
      } else {
        if (space) {
          folded.append(' ');
          space = false;
        }
        folded.append(Character.toLowerCase(c));
      }
    }
    return folded.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DirectoryName name && relativeNames.equals(name.relativeNames);
  }

  @Override
  public int hashCode() {
    return relativeNames.hashCode();
  }

  @Override
  public String toString() {
    return "DirectoryName" + relativeNames;
  }
}
