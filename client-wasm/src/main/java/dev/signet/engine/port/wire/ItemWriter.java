package dev.signet.engine.port.wire;

import dev.signet.engine.port.Bulk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Puts a list of octet strings together. */
final class ItemWriter {
  private final Function<byte[], Bulk> hold;
  private final List<Bulk> items = new ArrayList<>();

  /**
   * @param hold hands octets of Java's heap to the host
   */
  ItemWriter(Function<byte[], Bulk> hold) {
    this.hold = hold;
  }

  ItemWriter octets(byte[] octets) {
    return bulk(hold.apply(octets));
  }

  ItemWriter bulk(Bulk bulk) {
    items.add(bulk);
    return this;
  }

  ItemWriter text(String text) {
    return octets(text.getBytes(StandardCharsets.UTF_8));
  }

  ItemWriter number(int number) {
    return text(Integer.toString(number));
  }

  /** The constant's name; empty for null. */
  ItemWriter name(Enum<?> constant) {
    return text(constant == null ? "" : constant.name());
  }

  List<Bulk> items() {
    return items;
  }
}
