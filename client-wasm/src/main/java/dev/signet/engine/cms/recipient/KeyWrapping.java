package dev.signet.engine.cms.recipient;

import dev.signet.engine.algorithm.KeyWrap;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cms.CMSORIforKEMOtherInfo;
import org.bouncycastle.asn1.cms.ecc.ECCCMSSharedInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.Pack;

/**
 * The key wrap of a recipient, as it goes into the derivation of the key-encryption key.
 *
 * @param identifier as it stands in the message
 */
record KeyWrapping(KeyWrap wrap, AlgorithmIdentifier identifier) {
  /**
   * @throws dev.signet.engine.SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  static KeyWrapping of(ASN1Encodable algorithm) {
    AlgorithmIdentifier identifier = AlgorithmIdentifier.getInstance(algorithm);
    return new KeyWrapping(KeyWrap.of(identifier.getAlgorithm().getId()), identifier);
  }

  /**
   * The same with NULL for absent parameters, or the other way round: senders differ in which of
   * the two they derive with.
   */
  KeyWrapping otherForm() {
    return new KeyWrapping(
        wrap,
        identifier.getParameters() == null
            ? new AlgorithmIdentifier(identifier.getAlgorithm(), DERNull.INSTANCE)
            : new AlgorithmIdentifier(identifier.getAlgorithm()));
  }

  /**
   * DER of ECC-CMS-SharedInfo (RFC 5753 section 7.2).
   *
   * @param userKeyingMaterial or null
   */
  byte[] sharedInfo(byte[] userKeyingMaterial) {
    return encoded(
        new ECCCMSSharedInfo(
            identifier, userKeyingMaterial, Pack.intToBigEndian(8 * wrap.keyBytes())));
  }

  /**
   * DER of CMSORIforKEMOtherInfo (RFC 9629 section 5).
   *
   * @param userKeyingMaterial or null
   */
  byte[] encapsulationInfo(byte[] userKeyingMaterial) {
    return encoded(new CMSORIforKEMOtherInfo(identifier, wrap.keyBytes(), userKeyingMaterial));
  }

  private static byte[] encoded(ASN1Encodable structure) {
    try {
      return structure.toASN1Primitive().getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("a structure of fixed shape");
    }
  }
}
