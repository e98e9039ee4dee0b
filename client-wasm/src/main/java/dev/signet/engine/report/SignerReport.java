package dev.signet.engine.report;

import java.util.List;

/**
 * What one signer's signature is worth.
 *
 * @param certificate null where the signer's certificate was not found
 * @param digest display name, such as {@code SHA-256}, or the OID
 * @param signingTime as the signer claims it, milliseconds since 1970, or null
 * @param matchedAddress the From address that the certificate holds, or null
 * @param capabilities OIDs of what the signer can read, in its order of preference; null unless the
 *     signature verified over a strong hash and says so
 * @param encryption the certificate that answers to the signer are encrypted to; null where there
 *     is none, or the signature is not valid
 * @param countersigners signatures over this signature's value; they never change the status
 */
public record SignerReport(
    Status status,
    CertificateReport certificate,
    String digest,
    String algorithm,
    Long signingTime,
    String matchedAddress,
    List<String> capabilities,
    CorrespondentReport encryption,
    List<CountersignerReport> countersigners) {

  /** The same signer with what countersigned it. */
  public SignerReport countersigned(List<CountersignerReport> by) {
    return new SignerReport(
        status,
        certificate,
        digest,
        algorithm,
        signingTime,
        matchedAddress,
        capabilities,
        encryption,
        List.copyOf(by));
  }

  /** The same signer with the certificate for answers. */
  public SignerReport answeredBy(CorrespondentReport correspondent) {
    return new SignerReport(
        status,
        certificate,
        digest,
        algorithm,
        signingTime,
        matchedAddress,
        capabilities,
        correspondent,
        countersigners);
  }
}
