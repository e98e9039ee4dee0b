package dev.signet.engine.asn1;

import dev.signet.engine.SmimeException;
import dev.signet.engine.heap.HeapBulk;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Primitive;

/** Bouncy Castle's ASN.1 parser, behind a bound on nesting. */
public final class Asn1 {
  private Asn1() {}

  /**
   * Parses one element and nothing after it.
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE} or {@code TOO_LARGE}
   */
  public static ASN1Primitive parse(byte[] encoding) {
    BerElement root = BerElement.first(new HeapBulk(encoding));
    if (root.endsAt() != encoding.length) {
      throw SmimeException.malformed("the ASN.1 structure is damaged");
    }
    // Walks every constructed element once, so that its depth and count are known to be bounded.
    Deque<BerElement> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty()) {
      BerElement element = open.removeLast();
      if (element.constructed()) {
        open.addAll(element.children());
      }
    }
    try {
      return ASN1Primitive.fromByteArray(encoding);
    } catch (IOException | RuntimeException e) {
      throw SmimeException.malformed("the ASN.1 structure is damaged");
    }
  }

  /**
   * Reads with Bouncy Castle's types, which answer damaged input with unchecked exceptions of
   * several kinds.
   *
   * @param what the structure that is read, for the error's text
   * @throws SmimeException {@code MALFORMED_MESSAGE}, or what the reading itself throws of that
   *     type
   */
  public static <T> T read(String what, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (SmimeException e) {
      throw e;
    } catch (RuntimeException e) {
      throw SmimeException.malformed(what + " is damaged");
    }
  }
}
