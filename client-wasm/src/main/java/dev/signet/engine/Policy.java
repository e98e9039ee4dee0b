package dev.signet.engine;

import dev.signet.engine.algorithm.DigestAlgorithm;

/**
 * What the administrator has settled.
 *
 * @param contentCipher as the contract spells it: {@code auto}, {@code aes-256-cbc} …
 * @param digest for signatures, unless a call names another
 * @param asciiPassphrases whether a passphrase that the product itself sets must be printable ASCII
 * @param minimumRsaBits below this an RSA key is not encrypted to, and what an RSA or a DSA key has
 *     signed is not green
 */
public record Policy(
    String contentCipher, DigestAlgorithm digest, boolean asciiPassphrases, int minimumRsaBits) {
  public static final Policy DEFAULT = new Policy("auto", DigestAlgorithm.SHA256, true, 2048);
}
