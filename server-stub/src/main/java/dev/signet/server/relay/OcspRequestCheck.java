package dev.signet.server.relay;

import dev.signet.server.asn1.Asn1BoundsException;
import dev.signet.server.asn1.Asn1Extent;
import dev.signet.server.http.Problem;
import dev.signet.server.http.ProblemException;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;

/**
 * Lets a body through that is one DER {@code OCSPRequest} (RFC 6960, 4.1.1) and nothing else, so
 * that nobody is sent anything but that.
 */
final class OcspRequestCheck {
  /** Bytes of the longest request. */
  static final int MOST_BYTES = 16 * 1024;

  /** Certificates that one request may ask about. */
  static final int MOST_REQUESTS = 16;

  private OcspRequestCheck() {}

  /**
   * Judges a body.
   *
   * @return whether it has a nonce (RFC 6960, 4.4.1), so that only a new answer answers it
   * @throws ProblemException 400 with the reason {@code request}, 413 where it is too long
   */
  static boolean hasNonce(byte[] body) throws ProblemException {
    if (body.length > MOST_BYTES) {
      throw new Problem(413, "The body is longer than " + MOST_BYTES + " bytes.").exception();
    }
    try {
      if (Asn1Extent.of(body) != body.length) {
        throw refusal("is followed by something");
      }
      OCSPRequest request = OCSPRequest.getInstance(ASN1Sequence.fromByteArray(body));
      TBSRequest asked = request.getTbsRequest();
      int count = asked.getRequestList().size();
      if (count < 1 || count > MOST_REQUESTS) {
        throw refusal("asks about " + count + " certificates, not 1 to " + MOST_REQUESTS);
      }
      for (int i = 0; i < count; i++) {
        CertID id = Request.getInstance(asked.getRequestList().getObjectAt(i)).getReqCert();
        if (id.getIssuerNameHash() == null || id.getSerialNumber() == null) {
          throw refusal("asks about no certificate");
        }
      }
      // What the parser passed over would be missing here.
      if (!Arrays.equals(request.getEncoded(ASN1Encoding.DER), body)) {
        throw refusal("is not in DER");
      }
      return asked.getRequestExtensions() != null
          && asked.getRequestExtensions().getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce)
              != null;
    } catch (Asn1BoundsException e) {
      throw refusal(e.getMessage());
    } catch (IOException | RuntimeException e) {
      throw refusal("is not an OCSPRequest");
    }
  }

  private static ProblemException refusal(String fault) {
    return new Problem(400, "request", "The body " + fault + ".").exception();
  }
}
