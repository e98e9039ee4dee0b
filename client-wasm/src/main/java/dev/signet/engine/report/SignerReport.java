package dev.signet.engine.report;

/**
 * What one signer's signature is worth.
 *
 * @param certificate null where the signer's certificate was not found
 * @param digest display name, such as {@code SHA-256}, or the OID
 * @param signingTime as the signer claims it, milliseconds since 1970, or null
 * @param matchedAddress the From address that the certificate holds, or null
 */
public record SignerReport(
    Status status,
    CertificateReport certificate,
    String digest,
    String algorithm,
    Long signingTime,
    String matchedAddress) {}
