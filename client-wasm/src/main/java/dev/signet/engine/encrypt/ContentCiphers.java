package dev.signet.engine.encrypt;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import java.util.Map;

/** The names that the contract has for content ciphers. */
public final class ContentCiphers {
  private ContentCiphers() {}

  /**
   * The cipher that a name stands for. {@code auto} is AES-256-GCM when every recipient is known to
   * read it; else AES-256-CBC, which every reader in use has (RFC 8551 section 2.7). A cipher that
   * is asked for by name is used whatever is known of the recipients.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with {@code name} for a name that the
   *     contract does not have
   */
  public static ContentCipher named(String name, Recipients recipients) {
    return switch (name) {
      case "auto" ->
          recipients.allRead(ContentCipher.AES_256_GCM)
              ? ContentCipher.AES_256_GCM
              : ContentCipher.AES_256_CBC;
      case "aes-256-cbc" -> ContentCipher.AES_256_CBC;
      case "aes-128-cbc" -> ContentCipher.AES_128_CBC;
      case "aes-256-gcm" -> ContentCipher.AES_256_GCM;
      case "aes-128-gcm" -> ContentCipher.AES_128_GCM;
      default ->
          throw new SmimeException(
              ErrorCode.UNSUPPORTED_ALGORITHM, "unknown content cipher", Map.of("name", name));
    };
  }
}
