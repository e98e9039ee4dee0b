package dev.signet.engine.cms.recipient;

import dev.signet.engine.SmimeException;
import java.util.function.Supplier;

/** Names of algorithms for reports. */
final class Names {
  private Names() {}

  /** The name, or the OID where a part of it is not known here. */
  static String orOid(String oid, Supplier<String> name) {
    try {
      return name.get();
    } catch (SmimeException e) {
      return e.details().getOrDefault("oid", oid);
    } catch (RuntimeException e) {
      return oid;
    }
  }
}
