package dev.signet.wasm;

import dev.signet.engine.port.Bulk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.teavm.jso.JSObject;

/** A range of memory that the host holds: a {@code Uint8Array} of the page's worker. */
final class WasmBulk implements Bulk {
  private final JSObject bytes;
  private final int length;

  WasmBulk(JSObject bytes) {
    this.bytes = bytes;
    this.length = HostFunctions.byteLength(bytes);
  }

  /** The ranges of a list; null where there is no list. */
  static List<Bulk> list(JSObject list) {
    if (list == null) {
      return null;
    }
    List<Bulk> ranges = new ArrayList<>();
    int size = HostFunctions.size(list);
    for (int i = 0; i < size; i++) {
      ranges.add(new WasmBulk(HostFunctions.item(list, i)));
    }
    return ranges;
  }

  /** A list of the host's with the same ranges. */
  static JSObject list(List<Bulk> ranges) {
    JSObject list = HostFunctions.list();
    for (Bulk range : ranges) {
      HostFunctions.append(list, bytesOf(range));
    }
    return list;
  }

  /** The host's bytes behind a range; those of Java's heap are copied out. */
  static JSObject bytesOf(Bulk range) {
    return range instanceof WasmBulk held ? held.bytes : Window.bytes(range.read());
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public Bulk slice(int from, int to) {
    Objects.checkFromToIndex(from, to, length);
    return new WasmBulk(HostFunctions.slice(bytes, from, to));
  }

  @Override
  public byte[] read(int from, int to) {
    Objects.checkFromToIndex(from, to, length);
    return Window.bytes(bytes, from, to);
  }

  @Override
  public int indexOf(byte[] pattern, int from) {
    Objects.checkFromToIndex(from, length, length);
    return HostFunctions.indexOf(bytes, Window.bytes(pattern), from);
  }
}
