package dev.signet.testing;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.BERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.OtherRevocationInfoFormat;
import org.bouncycastle.asn1.cms.SignedData;

/** Revocation values put into a signed message that is there already; they are not signed. */
public final class Stapled {
  private Stapled() {}

  /**
   * The same message with these values and no others (RFC 5652 section 10.2.1).
   *
   * @param cms a ContentInfo with SignedData
   */
  public static byte[] to(byte[] cms, List<byte[]> crls, List<byte[]> ocspResponses) {
    try {
      SignedData old =
          SignedData.getInstance(
              ContentInfo.getInstance(ASN1Primitive.fromByteArray(cms)).getContent());
      ASN1EncodableVector values = new ASN1EncodableVector();
      for (byte[] crl : crls) {
        values.add(ASN1Primitive.fromByteArray(crl));
      }
      for (byte[] response : ocspResponses) {
        values.add(
            new DERTaggedObject(
                false,
                1,
                new OtherRevocationInfoFormat(
                    CMSObjectIdentifiers.id_ri_ocsp_response,
                    ASN1Primitive.fromByteArray(response))));
      }
      SignedData with =
          new SignedData(
              old.getDigestAlgorithms(),
              old.getEncapContentInfo(),
              old.getCertificates(),
              new BERSet(values),
              old.getSignerInfos());
      return new ContentInfo(CMSObjectIdentifiers.signedData, with).getEncoded(ASN1Encoding.BER);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
