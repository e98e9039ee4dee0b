package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import java.io.IOException;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/** What a responder is asked (RFC 6960 section 4.1): one certificate, unsigned. */
final class OcspRequest {
  /** RFC 9654 section 2.1. */
  static final int NONCE_OCTETS = 32;

  private OcspRequest() {}

  /**
   * DER of an OCSPRequest.
   *
   * @param nonce null: none
   */
  static byte[] of(CertID certificate, byte[] nonce) {
    try {
      return new OCSPRequest(
              new TBSRequest(
                  null,
                  new DERSequence(new Request(certificate, null)),
                  nonce == null ? null : new Extensions(nonceExtension(nonce))),
              null)
          .getEncoded("DER");
    } catch (IOException e) {
      throw new SmimeException(ErrorCode.INTERNAL_ERROR, "the request cannot be written");
    }
  }

  /** The value is an OCTET STRING of its own in the extension's (RFC 9654 section 2.1). */
  private static Extension nonceExtension(byte[] nonce) throws IOException {
    return new Extension(
        OCSPObjectIdentifiers.id_pkix_ocsp_nonce,
        false,
        new DEROctetString(nonce).getEncoded("DER"));
  }
}
