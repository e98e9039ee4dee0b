package dev.signet.engine;

/**
 * Why an operation was refused. The set is closed: callers branch on it and never on a message's
 * text.
 */
public enum ErrorCode {
  WRONG_PASSPHRASE("wrong-passphrase"),
  NOT_PKCS12("not-pkcs12"),
  DAMAGED_PKCS12("damaged-pkcs12"),
  NO_PRIVATE_KEY("no-private-key"),
  NO_CERTIFICATE("no-certificate"),
  /** A private key lies in clear in the file. */
  UNPROTECTED_KEY("unprotected-key"),
  /** The file has no MAC, so nothing tells whether it was changed. */
  UNAUTHENTICATED_PKCS12("unauthenticated-pkcs12"),
  /** A parameter such as an iteration count asks for more work than the engine is willing to do. */
  REFUSED_PARAMETERS("refused-parameters"),
  PASSPHRASE_CHARACTERS("passphrase-characters"),
  NOT_A_CERTIFICATE("not-a-certificate"),
  RECIPIENT_UNUSABLE("recipient-unusable"),
  KEY_UNUSABLE("key-unusable"),
  KEY_LOCKED("key-locked"),
  /** The detail {@code oid} names what is not supported. */
  UNSUPPORTED_ALGORITHM("unsupported-algorithm"),
  MALFORMED_MESSAGE("malformed-message"),
  TOO_LARGE("too-large"),
  ABORTED("aborted"),
  NO_RANDOMNESS("no-randomness"),
  ENGINE_UNAVAILABLE("engine-unavailable"),
  ENGINE_CLOSED("engine-closed"),
  INTERNAL_ERROR("internal-error");

  private final String text;

  ErrorCode(String text) {
    this.text = text;
  }

  /** The code as the SDK's contract spells it. */
  public String text() {
    return text;
  }
}
