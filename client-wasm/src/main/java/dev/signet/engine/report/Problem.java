package dev.signet.engine.report;

/**
 * One reason why a certificate is not trusted.
 *
 * @param code a stable name, such as {@code expired}
 * @param message one sentence for a person
 * @param at index into the chain (0 is the leaf), or null
 */
public record Problem(String code, String message, Integer at) {}
