package dev.signet.engine.trust;

/** What a certificate is to be used for. */
public enum Purpose {
  /** The key has signed a mail. */
  SIGNING,
  /** Mail is to be encrypted to the key. */
  ENCRYPTION,
  /** Either of both. */
  MAIL
}
