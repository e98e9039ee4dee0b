package dev.signet.engine.port.wire;

import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.key.PrivateKey;
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

  /** The fields in their forms, one after the other; an enum's constant may be null. */
  List<Bulk> write(Object... fields) {
    // One loop over values of many types, rather than a call for each field: the compiler would
    // write the whole of it out for each.
    for (Object field : fields) {
      write(field);
    }
    return items;
  }

  private void write(Object field) {
    if (field instanceof Bulk bulk) {
      items.add(bulk);
    } else if (field instanceof byte[] octets) {
      items.add(hold.apply(octets));
    } else if (field instanceof PrivateKey key) {
      items.add(hold.apply(key.pkcs8()));
    } else if (field instanceof SignatureScheme scheme) {
      write(scheme.algorithm(), scheme.digest(), scheme.mgf1Digest(), scheme.saltBytes());
    } else if (field instanceof KeyDerivationFunction function) {
      write(function.kind(), function.digest());
    } else if (field instanceof KeyTransport.Oaep oaep) {
      write(Names.OAEP, oaep.digest(), oaep.mgf1Digest(), oaep.label());
    } else if (field instanceof KeyTransport.Pkcs1) {
      write(Names.PKCS1);
    } else {
      String text =
          field == null
              ? ""
              : field instanceof Enum<?> constant ? constant.name() : field.toString();
      items.add(hold.apply(text.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
