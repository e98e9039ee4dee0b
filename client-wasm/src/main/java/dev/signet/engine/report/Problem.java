package dev.signet.engine.report;

/**
 * One reason why a certificate is not trusted.
 *
 * @param at index into the chain (0 is the leaf), or null
 * @param detail an OID or a name that a text may give, or null
 */
public record Problem(ProblemCode code, Integer at, String detail) {
  public Problem(ProblemCode code, Integer at) {
    this(code, at, null);
  }
}
