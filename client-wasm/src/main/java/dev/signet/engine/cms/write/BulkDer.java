package dev.signet.engine.cms.write;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** DER around content that the host holds: arrays and ranges, joined once at the end. */
final class BulkDer {
  private final Host host;
  private final List<Bulk> parts;
  private final long length;

  private BulkDer(Host host, List<Bulk> parts, long length) {
    this.host = host;
    this.parts = parts;
    this.length = length;
  }

  static BulkDer of(Host host, Bulk content) {
    return new BulkDer(host, List.of(content), content.length());
  }

  /**
   * These parts with small ones around them, in an element of the given tag.
   *
   * @throws SmimeException {@code TOO_LARGE} when the result could not be held in one range
   */
  BulkDer in(int tag, byte[] before, byte[] after) {
    long inside = before.length + length + after.length;
    byte[] header = Der.header(tag, inside);
    long total = header.length + inside;
    if (total > Integer.MAX_VALUE) {
      throw new SmimeException(
          ErrorCode.TOO_LARGE,
          "the message is too large",
          Map.of("limit", Integer.toString(Integer.MAX_VALUE)));
    }
    List<Bulk> framed = new ArrayList<>();
    framed.add(host.hold(header));
    framed.add(host.hold(before));
    framed.addAll(parts);
    framed.add(host.hold(after));
    return new BulkDer(host, framed, total);
  }

  BulkDer in(int tag) {
    return in(tag, new byte[0], new byte[0]);
  }

  Bulk join() {
    return host.concat(parts);
  }
}
