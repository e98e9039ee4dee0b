package dev.signet.engine.cms.recipient;

import dev.signet.engine.key.UnlockedKey;
import dev.signet.engine.port.Step;
import java.util.function.IntFunction;

/**
 * A recipient and a secret that may be the one it is for.
 *
 * @param key null where the secret is a password or a key-encryption key
 * @param display name of the key management, for reports
 * @param transport whether it is RSA key transport, where nothing may show whether the key was
 *     right: the content is then decrypted in any case
 * @param contentKey the content-encryption key for that many octets; may have another length, or
 *     fail with {@code MALFORMED_MESSAGE}
 */
record Candidate(
    UnlockedKey key, String display, boolean transport, IntFunction<Step<byte[]>> contentKey) {}
