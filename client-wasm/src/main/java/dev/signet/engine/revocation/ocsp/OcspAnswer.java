package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapBulk;
import java.math.BigInteger;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extensions;

/**
 * An OCSPResponse (RFC 6960 section 4.2.1), read and nothing more: nothing of it is to be believed.
 */
final class OcspAnswer {
  /** What a successful response of another type is, or one that says nothing. */
  private static final String OTHER = "an OCSP answer of an unknown type";

  private static final int MAX_OCTETS = 64 * 1024;
  private static final int MOST_CERTIFICATES = 8;

  /** Responders that answer in advance put a block of serial numbers into one answer. */
  private static final int MOST_RESPONSES = 256;

  /** id-pkix-ocsp-basic (RFC 6960 section 4.2.1), as it stands in an encoding. */
  private static final byte[] BASIC = {
    0x06, 0x09, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x01
  };

  /**
   * What it says of one certificate. All of it is read with the answer, so that nothing of an
   * answer that has been read can fail later on.
   *
   * @param extensions null where there are none
   */
  record Single(CertID certificate, Statement statement, Extensions extensions) {}

  private final byte[] toBeSigned;
  private final ResponseData data;
  private final List<Single> responses;
  private final AlgorithmIdentifier algorithm;
  private final byte[] signature;
  private final List<MailCertificate> certificates;
  private final long producedAt;

  private OcspAnswer(byte[] basic) {
    List<BerElement> fields = only(basic).children(0x30);
    if (fields.size() < 3 || fields.size() > 4) {
      throw damaged();
    }
    toBeSigned = fields.get(0).encoded(MAX_OCTETS);
    data = ResponseData.getInstance(Asn1.parse(toBeSigned));
    algorithm = AlgorithmIdentifier.getInstance(Asn1.parse(fields.get(1).encoded(MAX_OCTETS)));
    signature =
        ASN1BitString.getInstance(Asn1.parse(fields.get(2).encoded(MAX_OCTETS))).getOctets();
    certificates = fields.size() == 4 ? certificates(fields.get(3)) : List.of();
    responses = responses(data);
    producedAt = time(data.getProducedAt());
  }

  /**
   * Reads an answer.
   *
   * @return null where the responder has refused to answer (RFC 6960 section 4.2.1,
   *     OCSPResponseStatus)
   * @throws SmimeException {@code MALFORMED_MESSAGE}, or {@code TOO_LARGE}
   */
  static OcspAnswer read(byte[] encoding) {
    if (encoding.length > MAX_OCTETS) {
      throw SmimeException.malformed("an OCSP answer of so many octets is none");
    }
    return Asn1.read("the OCSP answer", () -> response(encoding));
  }

  private static OcspAnswer response(byte[] encoding) {
    List<BerElement> fields = only(encoding).children(0x30);
    if (fields.isEmpty() || fields.size() > 2) {
      throw damaged();
    }
    BigInteger status =
        ASN1Enumerated.getInstance(Asn1.parse(fields.get(0).encoded(MAX_OCTETS))).getValue();
    if (status.signum() != 0) {
      return null;
    }
    List<BerElement> bytes =
        fields.size() == 2 && fields.get(1).tag() == 0xa0 ? fields.get(1).children() : List.of();
    if (bytes.size() != 1) {
      throw SmimeException.malformed(OTHER);
    }
    List<BerElement> typed = bytes.get(0).children(0x30);
    if (typed.size() != 2 || !Arrays.equals(typed.get(0).encoded(MAX_OCTETS), BASIC)) {
      throw SmimeException.malformed(OTHER);
    }
    return new OcspAnswer(
        ASN1OctetString.getInstance(Asn1.parse(typed.get(1).encoded(MAX_OCTETS))).getOctets());
  }

  private static BerElement only(byte[] encoding) {
    BerElement element = BerElement.first(new HeapBulk(encoding));
    if (element.endsAt() != encoding.length) {
      throw damaged();
    }
    return element;
  }

  private static List<MailCertificate> certificates(BerElement field) {
    List<BerElement> sequence = field.tag() == 0xa0 ? field.children() : List.of();
    if (sequence.size() != 1) {
      throw damaged();
    }
    List<BerElement> encodings = sequence.get(0).children(0x30);
    if (encodings.size() > MOST_CERTIFICATES) {
      throw SmimeException.malformed("an OCSP answer with so many certificates is none");
    }
    List<MailCertificate> found = new ArrayList<>();
    for (BerElement each : encodings) {
      try {
        found.add(MailCertificate.of(each.encoded(MAX_OCTETS)));
      } catch (SmimeException e) {
        // A certificate that cannot be read can have signed nothing; another one may have.
      }
    }
    return found;
  }

  private static List<Single> responses(ResponseData data) {
    if (data.getVersion().getValue().signum() != 0 || data.getResponses().size() > MOST_RESPONSES) {
      throw damaged();
    }
    List<Single> found = new ArrayList<>();
    for (ASN1Encodable each : data.getResponses()) {
      SingleResponse response = SingleResponse.getInstance(each);
      found.add(
          new Single(response.getCertID(), Statement.of(response), response.getSingleExtensions()));
    }
    return found;
  }

  /** Milliseconds since 1970. */
  static long time(ASN1GeneralizedTime time) {
    try {
      return time.getDate().getTime();
    } catch (ParseException e) {
      throw damaged();
    }
  }

  private static SmimeException damaged() {
    return SmimeException.malformed("the OCSP answer is damaged");
  }

  /** The octets that were signed, as they stand. */
  byte[] toBeSigned() {
    return toBeSigned;
  }

  AlgorithmIdentifier algorithm() {
    return algorithm;
  }

  byte[] signature() {
    return signature;
  }

  ResponderID responder() {
    return data.getResponderID();
  }

  /** Milliseconds since 1970. */
  long producedAt() {
    return producedAt;
  }

  List<Single> responses() {
    return responses;
  }

  /** Null where there are none. */
  Extensions extensions() {
    return data.getResponseExtensions();
  }

  /** What came with it, in its order. */
  List<MailCertificate> certificates() {
    return certificates;
  }
}
