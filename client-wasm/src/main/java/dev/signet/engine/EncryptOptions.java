package dev.signet.engine;

import dev.signet.engine.port.Bulk;
import java.util.List;
import java.util.Map;

/**
 * How to encrypt.
 *
 * @param recipients DER certificates of those who may know of each other
 * @param hiddenRecipients DER certificates of those who get a message of their own each; only where
 *     several messages can be made
 * @param alsoFor DER of the sender's own certificate, for the copy that is kept, or null
 * @param capabilities OIDs of what a recipient can read, by the SHA-256 fingerprint of the
 *     certificate (lower-case hexadecimal); only what a verified signature has said
 * @param contentCipher as the contract spells it; null: the policy's
 * @param at the instant at which the recipients' validity is judged, milliseconds since 1970
 */
public record EncryptOptions(
    List<Bulk> recipients,
    List<Bulk> hiddenRecipients,
    Bulk alsoFor,
    Map<String, List<String>> capabilities,
    String contentCipher,
    long at) {

  /** To recipients of whom nothing is known. */
  public EncryptOptions(List<Bulk> recipients, String contentCipher, long at) {
    this(recipients, List.of(), null, Map.of(), contentCipher, at);
  }
}
