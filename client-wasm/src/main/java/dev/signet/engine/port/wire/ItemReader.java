package dev.signet.engine.port.wire;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KemAlgorithm;
import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.KeyWrap;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Bulk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Takes a list of octet strings apart. Every method throws {@code INTERNAL_ERROR} where the list
 * does not hold what is read: both ends are the engine's own.
 */
final class ItemReader {
  private final List<Bulk> items;
  private final Function<byte[], PrivateKey> keys;
  private int next;

  /**
   * @param keys reads private keys; null where there are none
   */
  ItemReader(List<Bulk> items, Function<byte[], PrivateKey> keys) {
    this.items = items;
    this.keys = keys;
  }

  /**
   * The fields that are left, and no more than those.
   *
   * @param shape a letter for each field: {@code o} octets, {@code b} bulk, {@code n} a number,
   *     {@code p} a private key, {@code d} a digest, {@code c} a content cipher, {@code s} a
   *     signature scheme, {@code t} a key transport, {@code m} a KEM, {@code w} a key wrap, {@code
   *     f} a key derivation function, {@code z} octets that may be missing and are null then
   */
  Object[] fields(String shape) {
    // By a shape, rather than by a call for each field: the compiler would write the whole of it
    // out
    // for each.
    Object[] fields = new Object[shape.length()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = field(shape.charAt(i));
    }
    if (!atEnd()) {
      throw damaged();
    }
    return fields;
  }

  private Object field(char shape) {
    return switch (shape) {
      case 'o' -> octets();
      case 'b' -> bulk();
      case 'n' -> number();
      case 'p' -> keys.apply(octets());
      case 'd' -> name(DigestAlgorithm.values(), false);
      case 'c' -> name(ContentCipher.values(), false);
      case 's' ->
          new SignatureScheme(
              (SignatureScheme.Algorithm) name(SignatureScheme.Algorithm.values(), false),
              (DigestAlgorithm) name(DigestAlgorithm.values(), true),
              (DigestAlgorithm) name(DigestAlgorithm.values(), true),
              number());
      case 't' -> transport();
      case 'm' -> name(KemAlgorithm.values(), false);
      case 'w' -> name(KeyWrap.values(), false);
      case 'f' ->
          new KeyDerivationFunction(
              (KeyDerivationFunction.Kind) name(KeyDerivationFunction.Kind.values(), false),
              (DigestAlgorithm) field('d'));
      case 'z' -> atEnd() ? null : octets();
      default -> throw damaged();
    };
  }

  private KeyTransport transport() {
    return switch (text()) {
      case Names.PKCS1 -> new KeyTransport.Pkcs1();
      case Names.OAEP ->
          new KeyTransport.Oaep(
              (DigestAlgorithm) field('d'), (DigestAlgorithm) field('d'), octets());
      default -> throw damaged();
    };
  }

  boolean atEnd() {
    return next == items.size();
  }

  private Bulk bulk() {
    if (atEnd()) {
      throw damaged();
    }
    return items.get(next++);
  }

  private byte[] octets() {
    return bulk().read();
  }

  String text() {
    return new String(octets(), StandardCharsets.UTF_8);
  }

  private int number() {
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      throw damaged();
    }
  }

  private Enum<?> name(Enum<?>[] constants, boolean mayBeNull) {
    String name = text();
    for (Enum<?> each : constants) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    if (mayBeNull && name.isEmpty()) {
      return null;
    }
    throw damaged();
  }

  static SmimeException damaged() {
    return new SmimeException(ErrorCode.INTERNAL_ERROR, "an ask or an answer is damaged");
  }
}
