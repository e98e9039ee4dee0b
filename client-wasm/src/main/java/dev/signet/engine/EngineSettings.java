package dev.signet.engine;

import dev.signet.engine.port.Bulk;
import java.util.List;

/**
 * How an engine is set up.
 *
 * @param trustAnchors certificates that may end a chain: PEM bundles or DER, in any mixture
 * @param revocationOff whether the administrator has switched revocation checking off; a caller
 *     that says nothing has not
 */
public record EngineSettings(List<Bulk> trustAnchors, boolean revocationOff, Policy policy) {}
