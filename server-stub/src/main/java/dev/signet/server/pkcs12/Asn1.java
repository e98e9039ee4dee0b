package dev.signet.server.pkcs12;

import dev.signet.server.asn1.Asn1BoundsException;
import dev.signet.server.asn1.Asn1Extent;
import dev.signet.server.pkcs12.Pkcs12Refusal.Reason;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Primitive;

/** Reads ASN.1 within bounds; every failure is a {@link Pkcs12Refusal}. */
final class Asn1 {
  private Asn1() {}

  /**
   * Makes a value of a parsed element; may throw whatever Bouncy Castle throws on the wrong shape.
   */
  @FunctionalInterface
  interface Shape<T> {
    T of(Object element) throws IOException;
  }

  /** The one element that the bytes hold; nothing may follow it. */
  static ASN1Primitive read(byte[] bytes) throws Pkcs12Refusal {
    try {
      if (Asn1Extent.of(bytes) != bytes.length) {
        throw new Pkcs12Refusal(Reason.TRAILING_BYTES, "Something follows the PKCS#12 file.");
      }
      return ASN1Primitive.fromByteArray(bytes);
    } catch (Asn1BoundsException e) {
      throw new Pkcs12Refusal(Reason.NOT_PKCS12, "The file " + e.getMessage() + ".");
    } catch (IOException | RuntimeException e) {
      throw new Pkcs12Refusal(Reason.NOT_PKCS12, "The file is not a PKCS#12 file, or is damaged.");
    }
  }

  /** The element in a shape; {@code what} names the shape in the refusal. */
  static <T> T as(Shape<T> shape, Object element, String what) throws Pkcs12Refusal {
    T value;
    try {
      value = shape.of(element);
    } catch (IOException | RuntimeException e) {
      throw notA(what);
    }
    if (value == null) {
      throw notA(what);
    }
    return value;
  }

  private static Pkcs12Refusal notA(String what) {
    return new Pkcs12Refusal(
        Reason.NOT_PKCS12, "The file is not a PKCS#12 file: it has no proper " + what + ".");
  }
}
