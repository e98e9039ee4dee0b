package dev.signet.e2e.world;

import dev.signet.testing.Identity;

/**
 * Somebody with a key.
 *
 * @param name also the account's, where there is one
 * @param address the one of the certificate
 * @param identity key and certificate, as files
 * @param passphrase of every .p12 of this person
 */
public record Person(String name, String address, Identity identity, String passphrase) {
  /** As OpenSSL 3 makes it by default: PBES2, AES-256, HMAC-SHA-256. */
  public byte[] p12() {
    return identity.p12(passphrase);
  }

  /** As older programs make it: RC2-40 and 3DES by the PKCS#12 key derivation, HMAC-SHA-1. */
  public byte[] oldP12() {
    return identity.p12(passphrase, "-legacy");
  }

  /** Name and address, for a header field. */
  public String mailbox() {
    return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
        + name.substring(1)
        + " <"
        + address
        + ">";
  }
}
