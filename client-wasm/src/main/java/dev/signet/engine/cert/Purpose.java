package dev.signet.engine.cert;

/** What a certificate is to be used for. */
public enum Purpose {
  /** The key has signed a mail. */
  SIGNING,
  /** Mail is to be encrypted to the key. */
  ENCRYPTION,
  /** Either of both. */
  MAIL,
  /** Nothing is asked of key usage and extended key usage. */
  ANY
}
