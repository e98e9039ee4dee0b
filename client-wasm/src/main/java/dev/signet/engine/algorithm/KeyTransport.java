package dev.signet.engine.algorithm;

import java.util.Arrays;
import java.util.Objects;

/** How a content-encryption key is encrypted with RSA (RFC 8551 section 2.3). */
public sealed interface KeyTransport {
  /** RSAES-PKCS1-v1_5 (RFC 8017 section 7.2), with implicit rejection on decryption. */
  record Pkcs1() implements KeyTransport {}

  /** RSAES-OAEP (RFC 8017 section 7.1); {@code label} is empty unless the sender set one. */
  record Oaep(DigestAlgorithm digest, DigestAlgorithm mgf1Digest, byte[] label)
      implements KeyTransport {
    @Override
    public boolean equals(Object other) {
      return other instanceof Oaep oaep
          && digest == oaep.digest
          && mgf1Digest == oaep.mgf1Digest
          && Arrays.equals(label, oaep.label);
    }

    @Override
    public int hashCode() {
      return Objects.hash(digest, mgf1Digest, Arrays.hashCode(label));
    }
  }

  /** The name for reports, such as {@code RSA-OAEP with SHA-256}. */
  default String display() {
    return this instanceof Oaep oaep
        ? "RSA-OAEP with " + oaep.digest().display()
        : "RSA PKCS#1 v1.5";
  }
}
