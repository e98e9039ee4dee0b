package dev.signet.engine.port.wire;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Bulk;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Takes a list of octet strings apart. Every method throws {@code INTERNAL_ERROR} where the list
 * does not hold what is read: both ends are the engine's own.
 */
final class ItemReader {
  private final List<Bulk> items;
  private int next;

  ItemReader(List<Bulk> items) {
    this.items = items;
  }

  boolean atEnd() {
    return next == items.size();
  }

  Bulk bulk() {
    if (atEnd()) {
      throw damaged();
    }
    return items.get(next++);
  }

  byte[] octets() {
    return bulk().read();
  }

  String text() {
    return new String(octets(), StandardCharsets.UTF_8);
  }

  int number() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw damaged();
    }
  }

  /** One of the constants. */
  <E extends Enum<E>> E name(E[] constants) {
    E constant = nameOrNull(constants);
    if (constant == null) {
      throw damaged();
    }
    return constant;
  }

  /** One of the constants, or null. */
  <E extends Enum<E>> E nameOrNull(E[] constants) {
    String name = text();
    if (name.isEmpty()) {
      return null;
    }
    for (E each : constants) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw damaged();
  }

  /** Refuses a list that goes on. */
  void end() {
    if (!atEnd()) {
      throw damaged();
    }
  }

  static SmimeException damaged() {
    return new SmimeException(ErrorCode.INTERNAL_ERROR, "an ask or an answer is damaged");
  }
}
