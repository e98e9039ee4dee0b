package dev.signet.engine.report;

import java.util.List;

/**
 * A signature over another signature's value (RFC 5652 section 11.4): a notary's, a gateway's. It
 * never changes a colour.
 *
 * @param fault why it is not valid, {@code WEAK_ALGORITHM} where it is valid over a hash that
 *     proves little; null when it is valid. Whether its certificate is to be believed stands there
 * @param certificate null where it was not found
 * @param countersigners of this signature in turn
 */
public record CountersignerReport(
    StatusCode fault,
    CertificateReport certificate,
    String digest,
    String algorithm,
    Long signingTime,
    List<CountersignerReport> countersigners) {}
