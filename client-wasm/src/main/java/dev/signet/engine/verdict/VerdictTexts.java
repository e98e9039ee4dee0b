package dev.signet.engine.verdict;

import dev.signet.engine.report.InnerParts;
import dev.signet.engine.report.StatusCode;

/** What a verdict says to a person: what was found, and what to do. */
final class VerdictTexts {
  private static final String AS_UNSIGNED = " Treat this message as unsigned.";

  static final String CHANGED_ON_THE_WAY = "This message was changed on its way." + AS_UNSIGNED;

  private VerdictTexts() {}

  /**
   * @param address the certificate's address, or null
   * @param detail an OID or a broken rule, or null
   */
  static String of(StatusCode code, String address, String detail) {
    return switch (code) {
      case UNSIGNED -> "This message is not signed.";
      case LOCKED -> "This message is encrypted. Unlock your key to read it.";
      case DECRYPTED -> "This message was encrypted. It is not signed.";
      case VERIFIED -> "Signed by " + isolated(address) + ".";
      case VERIFIED_REVOCATION_OFF ->
          "Signed by "
              + isolated(address)
              + ". Whether the certificate was revoked is not checked here.";
      case REVOCATION_UNKNOWN ->
          "The signature is valid, but whether the certificate was revoked could not be found out."
              + " Try again later.";
      case EXPIRED_SINCE_SIGNING ->
          "The signature is valid; the certificate has expired since the claimed time of signing.";
      case SENDER_ONLY_MATCH ->
          "Signed by "
              + isolated(address)
              + ", who sent this message for somebody else. The author did not sign it.";
      case DATE_MISMATCH ->
          "The signature is valid, but the time of signing does not fit the message's date, or one of them is missing."
              + " An old message may have been sent again.";
      case REVOKED -> "The signer's certificate was revoked." + AS_UNSIGNED;
      case UNTRUSTED -> "No trusted authority vouches for the signer's certificate." + AS_UNSIGNED;
      case EXPIRED ->
          "The signer's certificate had expired when the message was signed." + AS_UNSIGNED;
      case NOT_YET_VALID ->
          "The signer's certificate was not valid yet when the message was signed." + AS_UNSIGNED;
      case WRONG_PURPOSE -> "The signer's certificate is not meant for mail." + AS_UNSIGNED;
      case ADDRESS_MISMATCH ->
          (address == null
                  ? "The signer's certificate holds no mail address."
                  : "The signer's certificate belongs to "
                      + isolated(address)
                      + ", not to the sender.")
              + AS_UNSIGNED;
      case TAMPERED -> "This message was changed after it was signed." + AS_UNSIGNED;
      case WEAK_ALGORITHM ->
          "The signature uses an algorithm or a key that is too weak to prove anything."
              + AS_UNSIGNED;
      case NO_SIGNER ->
          "The certificate of the signer is missing, so the signature cannot be checked."
              + AS_UNSIGNED;
      case MALFORMED ->
          "The message is damaged" + (detail == null ? "." : ": " + detail + ".") + AS_UNSIGNED;
      case NO_KEY -> "This message is encrypted, but to none of your unlocked keys.";
      case DECRYPTION_FAILED ->
          "This message could not be decrypted: it is damaged, or it was not encrypted for your key."
              + " Ask the sender to send it again.";
      case UNSUPPORTED ->
          "The message uses an algorithm that is not supported here"
              + (detail == null ? "." : " (" + detail + ").")
              + AS_UNSIGNED;
      case INTERNAL_ERROR ->
          (detail == null
                  ? "Checking this message failed unexpectedly."
                  : "Checking this message failed: " + detail + ". Open it again to try once more.")
              + AS_UNSIGNED;
    };
  }

  /** What the text of a message without a signature adds about parts that have one, or nothing. */
  static String inner(InnerParts inner) {
    if (inner.signed() == 0 && inner.encrypted() == 0) {
      return "";
    }
    if (inner.encrypted() == 0) {
      return " Only a part of it is signed; what stands around that part is not."
          + " Open the part by itself to check it.";
    }
    return inner.signed() == 0
        ? " A part of it is encrypted. Open the part by itself to read it."
        : " Parts of it are signed or encrypted; what stands around them is not."
            + " Open a part by itself to check or read it.";
  }

  static String unsupportedForm(String form) {
    return "A mail server changed this message into a form that cannot be checked or read here ("
        + form
        + "). Ask the sender to send it again in another form."
        + AS_UNSIGNED;
  }

  /** The address within first-strong isolate marks, so that it cannot turn the text around it. */
  private static String isolated(String address) {
    return address == null ? "an unnamed signer" : "\u2068" + address + "\u2069";
  }
}
