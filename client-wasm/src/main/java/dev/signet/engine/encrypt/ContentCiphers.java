package dev.signet.engine.encrypt;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import java.util.Map;

/** The names that the contract has for content ciphers. */
public final class ContentCiphers {
  private ContentCiphers() {}

  /**
   * The cipher that a name stands for. {@code auto} is AES-256-CBC: nothing is known yet of what a
   * recipient reads, and this is what every one does (RFC 8551 section 2.7).
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with {@code oid}, or with {@code name} for
   *     a name that the contract does not have
   */
  public static ContentCipher named(String name) {
    return switch (name) {
      case "auto", "aes-256-cbc" -> ContentCipher.AES_256_CBC;
      case "aes-128-cbc" -> ContentCipher.AES_128_CBC;
      case "aes-256-gcm" -> throw SmimeException.unsupported("2.16.840.1.101.3.4.1.46");
      case "aes-128-gcm" -> throw SmimeException.unsupported("2.16.840.1.101.3.4.1.6");
      default ->
          throw new SmimeException(
              ErrorCode.UNSUPPORTED_ALGORITHM, "unknown content cipher", Map.of("name", name));
    };
  }
}
