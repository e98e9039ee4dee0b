package dev.signet.server.relay;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Answers with times that no tool gives them; nothing in them verifies. */
final class Answers {
  private Answers() {}

  /** One single response for each {@code nextUpdate}; null stands for none. */
  static byte[] with(Instant... nextUpdates) throws Exception {
    ASN1EncodableVector singles = new ASN1EncodableVector();
    AlgorithmIdentifier sha1 = new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.14.3.2.26"));
    for (int i = 0; i < nextUpdates.length; i++) {
      singles.add(
          new SingleResponse(
              new CertID(
                  sha1,
                  new DEROctetString(new byte[20]),
                  new DEROctetString(new byte[20]),
                  new ASN1Integer(BigInteger.valueOf(i + 1L))),
              new CertStatus(),
              time(Instant.EPOCH),
              nextUpdates[i] == null ? null : time(nextUpdates[i]),
              (org.bouncycastle.asn1.x509.Extensions) null));
    }
    ResponseData data =
        new ResponseData(
            new ResponderID(new DEROctetString(new byte[20])),
            time(Instant.EPOCH),
            new DERSequence(singles),
            (org.bouncycastle.asn1.x509.Extensions) null);
    byte[] basic =
        new BasicOCSPResponse(data, sha1, new DERBitString(new byte[1]), null).getEncoded();
    return new OCSPResponse(
            new OCSPResponseStatus(OCSPResponseStatus.SUCCESSFUL),
            new ResponseBytes(OCSPObjectIdentifiers.id_pkix_ocsp_basic, new DEROctetString(basic)))
        .getEncoded();
  }

  private static ASN1GeneralizedTime time(Instant instant) {
    return new ASN1GeneralizedTime(Date.from(instant));
  }
}
