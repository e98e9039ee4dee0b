package dev.signet.server.relay;

import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Requests that no tool makes in these numbers. */
final class Requests {
  private Requests() {}

  /** About so many certificates. */
  static byte[] about(int certificates) throws Exception {
    ASN1EncodableVector list = new ASN1EncodableVector();
    for (int i = 0; i < certificates; i++) {
      list.add(
          new Request(
              new CertID(
                  new AlgorithmIdentifier(
                      new org.bouncycastle.asn1.ASN1ObjectIdentifier("1.3.14.3.2.26"),
                      DERNull.INSTANCE),
                  new DEROctetString(new byte[20]),
                  new DEROctetString(new byte[20]),
                  new ASN1Integer(BigInteger.valueOf(i + 1L))),
              null));
    }
    return new OCSPRequest(
            new TBSRequest(
                null, new DERSequence(list), (org.bouncycastle.asn1.x509.Extensions) null),
            null)
        .getEncoded(ASN1Encoding.DER);
  }
}
