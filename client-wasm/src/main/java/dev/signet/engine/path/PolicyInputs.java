package dev.signet.engine.path;

import java.util.List;

/**
 * The policy inputs of RFC 5280 section 6.1.1 (c), (e), (f), (g).
 *
 * @param initial OIDs of acceptable policies; empty: any
 */
public record PolicyInputs(
    List<String> initial, boolean requireExplicit, boolean inhibitMapping, boolean inhibitAny) {
  /** Any policy will do. */
  public static final PolicyInputs ANY = new PolicyInputs(List.of(), false, false, false);
}
