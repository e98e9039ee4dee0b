package dev.signet.engine;

import dev.signet.engine.algorithm.DigestAlgorithm;

/**
 * How to sign.
 *
 * @param keyId handle of an unlocked key
 * @param opaque {@code application/pkcs7-mime} rather than {@code multipart/signed}
 * @param digest null: the policy's
 * @param at signing time, milliseconds since 1970
 */
public record SignOptions(String keyId, boolean opaque, DigestAlgorithm digest, long at) {}
