package dev.signet.engine;

import dev.signet.engine.port.Bulk;
import java.util.List;

/**
 * What certificates are judged by.
 *
 * @param at the instant at which validity is judged, milliseconds since 1970
 * @param intermediates more certificates for building chains, DER or PEM
 * @param trustAnchors in place of the engine's; null: the engine's
 * @param crls DER or PEM of CertificateLists (RFC 5280 section 5)
 * @param ocspResponses DER of OCSPResponses (RFC 6960 section 4.2.1)
 */
public record Judging(
    long at,
    List<Bulk> intermediates,
    List<Bulk> trustAnchors,
    List<Bulk> crls,
    List<Bulk> ocspResponses) {

  /** By the engine's own anchors, with nothing brought. */
  public static Judging at(long at) {
    return new Judging(at, List.of(), null, List.of(), List.of());
  }
}
