package dev.signet.engine.report;

import java.util.Locale;

/**
 * The certificate in a message that answers to its signer are encrypted to.
 *
 * @param certificate judged for encryption
 * @param address the From address that it is kept under, or null where the signer has none
 * @param replaces SHA-256, lower-case hexadecimal, of the certificate that is held for the address
 *     and that this one is newer than, or null
 */
public record CorrespondentReport(
    CertificateReport certificate, String address, Decision decision, String replaces) {

  /** Whether it may be kept, and why not. */
  public enum Decision {
    IMPORT,
    /** This very certificate is held already. */
    HELD,
    /** One that was issued later, or at the same time, is held for the address. */
    OLDER,
    /** No valid path, or its key cannot be encrypted to. */
    NOT_TRUSTED,
    REVOCATION_UNKNOWN,
    REVOKED,
    /** It does not hold the address that the message is from. */
    OTHER_ADDRESS,
    /** Not every signature of the message is green. */
    SIGNATURE_NOT_GREEN;

    /** The decision as reports spell it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
