package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.algorithm.SignatureAlgorithms;
import dev.signet.engine.port.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;

/** What published questions and answers come to, in words; their issuers were not published. */
public final class PublishedOcsp {
  private PublishedOcsp() {}

  /**
   * How many certificates an answer names by a known hash, by status; and whether its signature is
   * that of the certificate inside, where there is one.
   */
  public static Step<String> answer(byte[] published) {
    OcspAnswer answer = OcspAnswer.read(published);
    if (answer == null) {
      return Step.done("no answer");
    }
    SignatureAlgorithms.of(answer.algorithm());
    String said = said(answer);
    if (answer.certificates().isEmpty()) {
      return Step.done(said);
    }
    return Signatures.made(
            answer.certificates().get(0),
            answer.algorithm(),
            answer.toBeSigned(),
            answer.signature())
        .map(made -> said + (made ? ", signature right" : ", signature wrong"));
  }

  private static String said(OcspAnswer answer) {
    Map<String, Integer> kinds = new TreeMap<>();
    answer.responses().stream()
        .filter(each -> CertificateId.hash(each.certificate()).isPresent())
        .map(each -> each.statement().status().kind().name().toLowerCase(Locale.ROOT))
        .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
    List<String> counted =
        kinds.entrySet().stream().map(each -> each.getValue() + " " + each.getKey()).toList();
    return counted.isEmpty() ? "nothing" : String.join(", ", counted);
  }

  /** Whether the engine would ask so for the (first) certificate that is named. */
  public static String request(byte[] published) {
    try {
      TBSRequest request = OCSPRequest.getInstance(published).getTbsRequest();
      CertID id = Request.getInstance(request.getRequestList().getObjectAt(0)).getReqCert();
      boolean alike =
          CertificateId.hash(id).isPresent()
              && Arrays.equals(
                  published, OcspRequest.of(id, nonce(request.getRequestExtensions())));
      return alike ? "asked alike" : "not asked so";
    } catch (IllegalArgumentException e) {
      // Two extensions of one kind, which Bouncy Castle does not read either.
      return "not asked so";
    }
  }

  private static byte[] nonce(Extensions extensions) {
    Extension nonce =
        extensions == null
            ? null
            : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    return nonce == null ? null : ASN1OctetString.getInstance(nonce.getParsedValue()).getOctets();
  }
}
