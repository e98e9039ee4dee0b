package dev.signet.e2e.interop.peer;

import dev.signet.testing.Identity;

/**
 * Somebody with a key of a certain kind.
 *
 * @param name also the name under which peers hold the key
 * @param key such as {@code RSA-2048} or {@code P-256}
 */
public record Party(String name, String key, Identity identity, byte[] certificate) {
  /** Of every .p12. */
  public static final String PASSPHRASE = "interoperable";

  public String address() {
    return name + "@example.org";
  }

  public boolean rsa() {
    return key.startsWith("RSA");
  }
}
