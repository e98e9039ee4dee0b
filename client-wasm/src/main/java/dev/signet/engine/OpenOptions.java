package dev.signet.engine;

import dev.signet.engine.port.Bulk;
import java.util.List;

/**
 * How to judge what is opened, and what opens it besides the unlocked keys.
 *
 * @param at the instant at which validity is judged, milliseconds since 1970
 * @param intermediates more certificates for building chains, DER or PEM
 * @param trustAnchors in place of the engine's; null: the engine's
 * @param passwords for recipients by password (RFC 5652 section 6.2.4), as UTF-8
 * @param keyEncryptionKeys for recipients by key-encryption key (RFC 5652 section 6.2.3); one with
 *     an empty identifier is a content-encryption key, for EncryptedData (section 8)
 */
public record OpenOptions(
    long at,
    List<Bulk> intermediates,
    List<Bulk> trustAnchors,
    List<String> passwords,
    List<KeyEncryptionKey> keyEncryptionKeys) {

  /** Without passwords and key-encryption keys. */
  public OpenOptions(long at, List<Bulk> intermediates, List<Bulk> trustAnchors) {
    this(at, intermediates, trustAnchors, List.of(), List.of());
  }

  @Override
  public String toString() {
    return "OpenOptions[at=" + at + "]";
  }
}
