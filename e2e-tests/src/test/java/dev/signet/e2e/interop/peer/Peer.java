package dev.signet.e2e.interop.peer;

import java.util.List;

/** A program that reads and writes S/MIME. Messages are complete, with CRLF. */
public interface Peer extends AutoCloseable {
  /** Name and version, for the matrix. */
  String name();

  /**
   * The entity within an encrypted message.
   *
   * @throws Refusal when the peer cannot open it
   */
  byte[] decrypt(byte[] message, Party recipient) throws Refusal;

  /**
   * Judges a signed message.
   *
   * @throws Refusal when the peer does not find the signature good
   */
  void verify(byte[] message, Party signer) throws Refusal;

  /**
   * A message that holds the entity, encrypted.
   *
   * @throws Refusal when the peer cannot
   */
  byte[] encrypt(byte[] entity, Encryption form, List<Party> recipients) throws Refusal;

  /**
   * A message that holds the entity, signed.
   *
   * @throws Refusal when the peer cannot
   */
  byte[] sign(byte[] entity, Signature form, Party signer) throws Refusal;

  /** Whether it hands out octets; one that shows text alone is compared by its words. */
  default boolean exact() {
    return true;
  }

  @Override
  default void close() {}

  /**
   * How to encrypt.
   *
   * @param cipher in the contract's words, or {@code 3des}
   */
  record Encryption(String cipher, boolean oaep) {}

  /**
   * How to sign.
   *
   * @param digest in the contract's words
   */
  record Signature(String digest, boolean pss, boolean opaque) {}
}
