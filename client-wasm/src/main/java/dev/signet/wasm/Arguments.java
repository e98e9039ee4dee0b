package dev.signet.wasm;

import dev.signet.engine.EncryptOptions;
import dev.signet.engine.Judging;
import dev.signet.engine.KeyEncryptionKey;
import dev.signet.engine.SignOptions;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.cert.Purpose;
import dev.signet.engine.port.Bulk;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.JSObject;

/** The arguments of the exports in the engine's types. Lists that go together are of one length. */
final class Arguments {
  private Arguments() {}

  static List<KeyEncryptionKey> keyEncryptionKeys(JSObject identifiers, JSObject keys) {
    List<Bulk> names = WasmBulk.list(identifiers);
    List<Bulk> values = WasmBulk.list(keys);
    List<KeyEncryptionKey> all = new ArrayList<>();
    for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
      all.add(new KeyEncryptionKey(names.get(i).read(), values.get(i).read()));
    }
    return all;
  }

  static Judging judging(
      double at, JSObject intermediates, JSObject anchors, JSObject crls, JSObject ocspResponses) {
    return new Judging(
        (long) at,
        WasmBulk.list(intermediates),
        WasmBulk.list(anchors),
        WasmBulk.list(crls),
        WasmBulk.list(ocspResponses));
  }

  /** The contract's {@code emailProtection} and {@code any}; null: the first. */
  static Purpose purpose(String name) {
    return "any".equals(name) ? Purpose.ANY : Purpose.MAIL;
  }

  static SignOptions signOptions(
      JSObject key, boolean opaque, JSObject digest, JSObject padding, double at) {
    return new SignOptions(
        Window.text(key), opaque, digest(digest), (long) at, padding(Window.text(padding)));
  }

  /** The contract's {@code pkcs1} and {@code pss}; null stays null. */
  private static SignOptions.Padding padding(String name) {
    if (name == null) {
      return null;
    }
    return switch (name) {
      case "pkcs1" -> SignOptions.Padding.PKCS1;
      case "pss" -> SignOptions.Padding.PSS;
      default -> throw SmimeException.unsupported(name);
    };
  }

  static EncryptOptions encryptOptions(
      JSObject recipients,
      JSObject hiddenRecipients,
      JSObject alsoFor,
      JSObject capabilities,
      JSObject contentCipher,
      double at) {
    return new EncryptOptions(
        WasmBulk.list(recipients),
        WasmBulk.list(hiddenRecipients),
        alsoFor == null ? null : new WasmBulk(alsoFor),
        CapabilityTable.parse(Window.text(capabilities)),
        Window.text(contentCipher),
        (long) at);
  }

  /** The contract's {@code sha-256} and its like; null stays null. */
  static DigestAlgorithm digest(JSObject name) {
    String text = Window.text(name);
    if (text == null) {
      return null;
    }
    for (DigestAlgorithm each : DigestAlgorithm.values()) {
      if (each.display().equalsIgnoreCase(text)) {
        return each;
      }
    }
    throw SmimeException.unsupported(text);
  }
}
