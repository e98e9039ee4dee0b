package dev.signet.e2e.interop;

import java.util.List;

/** What peers are known not to do; everything else must pass. */
final class Limits {
  private record Limit(String peer, Direction direction, String row) {}

  private static final List<Limit> KNOWN = List.of();

  private Limits() {}

  static boolean cannot(String peer, Direction direction, String row) {
    return KNOWN.stream()
        .anyMatch(
            limit ->
                peer.startsWith(limit.peer)
                    && (limit.direction == null || limit.direction == direction)
                    && row.contains(limit.row));
  }
}
