package dev.signet.engine.algorithm;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;

/**
 * A signature value of two numbers: as DER SEQUENCE in CMS and certificates (RFC 3279 section
 * 2.2.3), of ECDSA and DSA alike, or as both numbers in a fixed length, which the browser's crypto
 * takes.
 */
public record EcdsaValue(BigInteger r, BigInteger s) {
  /** P-521's longest is 139; nothing that is longer needs to be parsed. */
  private static final int LONGEST = 160;

  /** The two numbers of a DER SEQUENCE; empty for anything else. */
  public static Optional<EcdsaValue> parse(byte[] signature) {
    if (signature.length > LONGEST) {
      return Optional.empty();
    }
    try {
      ASN1Primitive structure = ASN1Primitive.fromByteArray(signature);
      if (structure instanceof ASN1Sequence sequence
          && sequence.size() == 2
          && sequence.getObjectAt(0) instanceof ASN1Integer r
          && sequence.getObjectAt(1) instanceof ASN1Integer s
          // DER has one encoding only; a second one for the same value would be another signature.
          && Arrays.equals(signature, structure.getEncoded("DER"))) {
        return Optional.of(new EcdsaValue(r.getValue(), s.getValue()));
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The two numbers out of octets of which each has half. */
  public static EcdsaValue ofFixed(byte[] octets) {
    int size = octets.length / 2;
    return new EcdsaValue(
        new BigInteger(1, Arrays.copyOf(octets, size)),
        new BigInteger(1, Arrays.copyOfRange(octets, size, octets.length)));
  }

  /** The numbers in so many octets each; empty where one does not fit, and is right on no curve. */
  public Optional<byte[]> fixed(int size) {
    byte[] octets = new byte[2 * size];
    return put(r, octets, size) && put(s, octets, octets.length)
        ? Optional.of(octets)
        : Optional.empty();
  }

  private static boolean put(BigInteger number, byte[] octets, int end) {
    byte[] magnitude = number.toByteArray();
    int from = magnitude[0] == 0 ? 1 : 0;
    int length = magnitude.length - from;
    if (number.signum() <= 0 || length > octets.length / 2) {
      return false;
    }
    System.arraycopy(magnitude, from, octets, end - length, length);
    return true;
  }

  /** The DER SEQUENCE. */
  public byte[] der() {
    try {
      return new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)})
          .getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("a signature value of fixed shape");
    }
  }
}
