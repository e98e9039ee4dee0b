package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.DerOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The signed attributes of a signer info (RFC 5652 section 11, RFC 6211). */
final class SignedAttributes {
  private final SignerInfo signer;
  private final ASN1Set attributes;
  private final List<byte[]> asSent;
  private final Map<ASN1ObjectIdentifier, List<ASN1Set>> byType = new HashMap<>();

  private SignedAttributes(SignerInfo signer, ASN1Set attributes, List<byte[]> asSent) {
    this.signer = signer;
    this.attributes = attributes;
    this.asSent = asSent;
    for (ASN1Encodable each : attributes) {
      Attribute attribute = Attribute.getInstance(each);
      byType
          .computeIfAbsent(attribute.getAttrType(), type -> new ArrayList<>())
          .add(attribute.getAttrValues());
    }
  }

  /** Empty where there are none. */
  static Optional<SignedAttributes> of(SignerStructure signer) {
    ASN1Set attributes = signer.info().getAuthenticatedAttributes();
    return attributes == null || attributes.size() == 0
        ? Optional.empty()
        : Optional.of(new SignedAttributes(signer.info(), attributes, signer.attributesAsSent()));
  }

  /**
   * What the signature value may be over, most likely first: the DER of the SET (RFC 5652 section
   * 5.4), and the SET in the order in which it was sent.
   *
   * <p>Some senders sign the order as sent. It is taken only where everything but the order is DER:
   * then both forms hold the very same attributes, octet by octet, and whoever made a signature
   * over the one has said nothing else with it than with the other. Octets that are BER in any
   * other way are not taken; they would open the door to content that happens to read as
   * attributes.
   */
  List<byte[]> signedForms() {
    byte[] der = encoded(attributes);
    byte[][] sorted = asSent.toArray(new byte[0][]);
    Arrays.sort(sorted, DerOrder::compare);
    byte[] sortedAsSent = set(der, sorted);
    byte[] unsorted = set(der, asSent.toArray(new byte[0][]));
    boolean onlyOrderDiffers =
        Arrays.equals(der, sortedAsSent) && !Arrays.equals(sortedAsSent, unsorted);
    return onlyOrderDiffers ? List.of(der, unsorted) : List.of(der);
  }

  /** The elements behind the header of a SET of the same length; empty where it is another. */
  private static byte[] set(byte[] sameLength, byte[][] elements) {
    int length = 0;
    for (byte[] each : elements) {
      length += each.length;
    }
    int header = sameLength.length - length;
    if (header < 2 || header > 6) {
      return new byte[0];
    }
    byte[] set = Arrays.copyOf(sameLength, sameLength.length);
    int at = header;
    for (byte[] each : elements) {
      System.arraycopy(each, 0, set, at, each.length);
      at += each.length;
    }
    return set;
  }

  boolean hasContentType() {
    return has(CMSAttributes.contentType);
  }

  /** Whether it is there, whatever it holds. */
  boolean has(ASN1ObjectIdentifier type) {
    return byType.containsKey(type);
  }

  String contentType() {
    return ASN1ObjectIdentifier.getInstance(required(CMSAttributes.contentType)).getId();
  }

  byte[] messageDigest() {
    return ASN1OctetString.getInstance(required(CMSAttributes.messageDigest)).getOctets();
  }

  /** Milliseconds since 1970, or null. */
  Long signingTime() {
    return single(CMSAttributes.signingTime)
        .map(value -> Time.getInstance(value).getDate().getTime())
        .orElse(null);
  }

  /**
   * Whether the attribute that binds the algorithms (RFC 6211), where present, names those of the
   * signer info with their parameters. A mismatch means that somebody put another in place.
   */
  boolean bindsAlgorithms() {
    Optional<ASN1Encodable> attribute = single(CMSAttributes.cmsAlgorithmProtect);
    if (attribute.isEmpty()) {
      return true;
    }
    CMSAlgorithmProtection bound = CMSAlgorithmProtection.getInstance(attribute.get());
    return same(bound.getDigestAlgorithm(), signer.getDigestAlgorithm())
        && bound.getSignatureAlgorithm() != null
        && same(bound.getSignatureAlgorithm(), signer.getDigestEncryptionAlgorithm());
  }

  private static boolean same(AlgorithmIdentifier bound, AlgorithmIdentifier used) {
    return bound.getAlgorithm().equals(used.getAlgorithm())
        && (absentOrNull(bound) ? absentOrNull(used) : bound.equals(used));
  }

  private static boolean absentOrNull(AlgorithmIdentifier identifier) {
    return identifier.getParameters() == null || identifier.getParameters() instanceof ASN1Null;
  }

  private ASN1Encodable required(ASN1ObjectIdentifier type) {
    return single(type)
        .orElseThrow(() -> SmimeException.malformed("a signed attribute is missing"));
  }

  /**
   * The one value of an attribute that may occur once with one value; empty where it is missing.
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE} where there are more
   */
  Optional<ASN1Encodable> single(ASN1ObjectIdentifier type) {
    List<ASN1Set> values = byType.get(type);
    if (values == null) {
      return Optional.empty();
    }
    if (values.size() != 1 || values.get(0).size() != 1) {
      throw SmimeException.malformed("a signed attribute stands more than once");
    }
    return Optional.of(values.get(0).getObjectAt(0));
  }

  private static byte[] encoded(ASN1Set set) {
    try {
      return set.getEncoded("DER");
    } catch (IOException e) {
      throw SmimeException.malformed("the signed attributes are damaged");
    }
  }
}
