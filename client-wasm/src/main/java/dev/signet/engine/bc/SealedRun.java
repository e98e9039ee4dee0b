package dev.signet.engine.bc;

/** One run of an authenticated cipher over a content, under one key and nonce. */
interface SealedRun {
  /**
   * Takes octets and gives those that are ready: some may be held back until later.
   *
   * @param octets may be overwritten, and may be what is given back
   */
  byte[] process(byte[] octets);

  /** Ends encryption: what was held back, and the tag after it. */
  byte[] seal();

  /**
   * Ends decryption: what was held back, or null where the tag is wrong. Until then nothing that
   * {@link #process} gave may be used.
   */
  byte[] open(byte[] tag);
}
