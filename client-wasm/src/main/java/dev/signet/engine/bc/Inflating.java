package dev.signet.engine.bc;

import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.zlib.Zlib;
import java.util.ArrayList;
import java.util.List;

/** Deflated content. */
final class Inflating {
  private Inflating() {}

  /**
   * Inflates twice: first to learn that the content is whole and within its limit, which takes no
   * memory, so that what would expand beyond all bounds is refused before any of it is kept.
   */
  static Bulk inflate(Host host, Ask.Inflate ask) {
    Zlib.inflate(ask.compressed(), null, ask.limit());
    List<Bulk> parts = new ArrayList<>();
    Zlib.inflate(ask.compressed(), chunk -> parts.add(host.hold(chunk)), ask.limit());
    return parts.size() == 1 ? parts.get(0) : host.concat(parts);
  }
}
