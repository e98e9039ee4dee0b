package dev.signet.engine.report;

import java.util.Locale;

/** What was found out about a message; each code has one colour. */
public enum StatusCode {
  UNSIGNED(Colour.NONE),
  LOCKED(Colour.NONE),
  DECRYPTED(Colour.NONE),
  VERIFIED(Colour.GREEN),
  VERIFIED_REVOCATION_OFF(Colour.GREEN),
  REVOCATION_UNKNOWN(Colour.ORANGE),
  EXPIRED_SINCE_SIGNING(Colour.ORANGE),
  SENDER_ONLY_MATCH(Colour.ORANGE),
  DATE_MISMATCH(Colour.ORANGE),
  REVOKED(Colour.RED),
  UNTRUSTED(Colour.RED),
  EXPIRED(Colour.RED),
  NOT_YET_VALID(Colour.RED),
  WRONG_PURPOSE(Colour.RED),
  ADDRESS_MISMATCH(Colour.RED),
  TAMPERED(Colour.RED),
  WEAK_ALGORITHM(Colour.RED),
  NO_SIGNER(Colour.RED),
  MALFORMED(Colour.RED),
  /** Encrypted, but to none of the keys that are unlocked. */
  NO_KEY(Colour.NONE),
  DECRYPTION_FAILED(Colour.RED),
  UNSUPPORTED(Colour.RED),
  INTERNAL_ERROR(Colour.RED);

  private final Colour colour;

  StatusCode(Colour colour) {
    this.colour = colour;
  }

  public Colour colour() {
    return colour;
  }

  /** The code as the contract spells it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
