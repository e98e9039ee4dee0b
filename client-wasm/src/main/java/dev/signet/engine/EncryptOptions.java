package dev.signet.engine;

import dev.signet.engine.port.Bulk;
import java.util.List;

/**
 * How to encrypt.
 *
 * @param recipients DER certificates
 * @param contentCipher null: the policy's
 * @param at the instant at which the recipients' validity is judged, milliseconds since 1970
 */
public record EncryptOptions(List<Bulk> recipients, String contentCipher, long at) {}
