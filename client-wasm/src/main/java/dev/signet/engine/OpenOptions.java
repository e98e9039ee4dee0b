package dev.signet.engine;

import dev.signet.engine.port.Bulk;
import java.util.List;

/**
 * How to judge what is opened.
 *
 * @param at the instant at which validity is judged, milliseconds since 1970
 * @param intermediates more certificates for building chains, DER or PEM
 * @param trustAnchors in place of the engine's; null: the engine's
 */
public record OpenOptions(long at, List<Bulk> intermediates, List<Bulk> trustAnchors) {}
