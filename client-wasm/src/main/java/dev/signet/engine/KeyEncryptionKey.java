package dev.signet.engine;

/**
 * A symmetric key that sender and recipient share beforehand (RFC 5652 section 6.2.3).
 *
 * @param identifier as the message names it; empty for a key that EncryptedData is under, which
 *     names none
 * @param key 16, 24 or 32 octets
 */
public record KeyEncryptionKey(byte[] identifier, byte[] key) {
  @Override
  public String toString() {
    return "KeyEncryptionKey";
  }
}
