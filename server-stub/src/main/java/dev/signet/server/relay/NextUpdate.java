package dev.signet.server.relay;

import java.io.IOException;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.SingleResponse;

/**
 * The {@code nextUpdate} of an answer (RFC 6960, 4.2.2.1). Nothing else hangs on it than how long
 * the answer is remembered: no signature is verified, no status of a certificate is read.
 */
final class NextUpdate {
  private NextUpdate() {}

  /**
   * The earliest of all single responses; empty where one has none, where the answer is an error
   * (4.2.1), or where it cannot be read.
   */
  static Optional<Instant> of(byte[] body) {
    try {
      OCSPResponse response = OCSPResponse.getInstance(ASN1Sequence.fromByteArray(body));
      if (response.getResponseStatus().getIntValue() != OCSPResponseStatus.SUCCESSFUL
          || !response
              .getResponseBytes()
              .getResponseType()
              .equals(OCSPObjectIdentifiers.id_pkix_ocsp_basic)) {
        return Optional.empty();
      }
      return earliest(
          BasicOCSPResponse.getInstance(response.getResponseBytes().getResponse().getOctets())
              .getTbsResponseData()
              .getResponses());
    } catch (IOException | ParseException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> earliest(ASN1Sequence responses) throws ParseException {
    Instant earliest = null;
    for (int i = 0; i < responses.size(); i++) {
      SingleResponse single = SingleResponse.getInstance(responses.getObjectAt(i));
      if (single.getNextUpdate() == null) {
        return Optional.empty();
      }
      Instant next = single.getNextUpdate().getDate().toInstant();
      earliest = earliest == null || next.isBefore(earliest) ? next : earliest;
    }
    return Optional.ofNullable(earliest);
  }
}
