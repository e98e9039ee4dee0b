package dev.signet.engine.revocation.crl;

import dev.signet.engine.port.Bulk;
import java.util.List;

/** Lists as callers hand them in: DER, or PEM (RFC 7468 section 7) with several. */
public final class CrlReader {
  private CrlReader() {}

  /**
   * DER of each list. What is no list is left out: it can tell nothing, so revocation is unknown.
   */
  public static List<byte[]> read(List<Bulk> inputs) {
    return inputs.stream().map(Bulk::read).toList();
  }
}
