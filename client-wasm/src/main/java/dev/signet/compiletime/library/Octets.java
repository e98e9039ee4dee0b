package dev.signet.compiletime.library;

import java.io.ByteArrayOutputStream;

/** Methods of the JDK that the class library lacks, as functions. */
public final class Octets {
  private Octets() {}

  /** {@code ByteArrayOutputStream.writeBytes}. */
  public static void write(ByteArrayOutputStream target, byte[] octets) {
    target.write(octets, 0, octets.length);
  }

  /** {@code Arrays.compareUnsigned}. */
  public static int compareUnsigned(byte[] a, byte[] b) {
    for (int i = 0; i < a.length && i < b.length; i++) {
      if (a[i] != b[i]) {
        return (a[i] & 0xff) - (b[i] & 0xff);
      }
    }
    return a.length - b.length;
  }
}
