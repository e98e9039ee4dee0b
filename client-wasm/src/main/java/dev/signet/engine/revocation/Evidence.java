package dev.signet.engine.revocation;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody brought to tell about revocation; nothing of it is believed before it is verified.
 *
 * @param ocspResponses DER of OCSPResponse (RFC 6960 section 4.2.1)
 * @param crls DER of CertificateList (RFC 5280 section 5.1), full and delta in any order
 */
public record Evidence(List<byte[]> ocspResponses, List<byte[]> crls) {
  public static final Evidence NONE = new Evidence(List.of(), List.of());

  public Evidence {
    ocspResponses = List.copyOf(ocspResponses);
    crls = List.copyOf(crls);
  }

  public boolean isEmpty() {
    return ocspResponses.isEmpty() && crls.isEmpty();
  }

  /** Both together. */
  public Evidence and(Evidence other) {
    List<byte[]> responses = new ArrayList<>(ocspResponses);
    responses.addAll(other.ocspResponses);
    List<byte[]> lists = new ArrayList<>(crls);
    lists.addAll(other.crls);
    return new Evidence(responses, lists);
  }
}
