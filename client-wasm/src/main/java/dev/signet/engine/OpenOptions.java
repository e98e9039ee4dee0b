package dev.signet.engine;

import dev.signet.engine.port.Bulk;
import java.util.List;

/**
 * How to judge what is opened, and what opens it besides the unlocked keys.
 *
 * @param passwords for recipients by password (RFC 5652 section 6.2.4), as UTF-8
 * @param keyEncryptionKeys for recipients by key-encryption key (RFC 5652 section 6.2.3); one with
 *     an empty identifier is a content-encryption key, for EncryptedData (section 8)
 * @param held DER of certificates of correspondents that the caller holds already
 */
public record OpenOptions(
    Judging judging,
    List<String> passwords,
    List<KeyEncryptionKey> keyEncryptionKeys,
    List<Bulk> held) {

  /** Without passwords and key-encryption keys, and with nothing held. */
  public OpenOptions(Judging judging) {
    this(judging, List.of(), List.of(), List.of());
  }

  @Override
  public String toString() {
    return "OpenOptions[at=" + judging.at() + "]";
  }
}
