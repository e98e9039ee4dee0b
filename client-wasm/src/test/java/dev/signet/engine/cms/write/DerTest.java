package dev.signet.engine.cms.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Bulk;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our DER against X.690 and Bouncy Castle's. */
class DerTest {

  /** A range that claims a length and has no octets. */
  private record Claimed(int length) implements Bulk {
    @Override
    public Bulk slice(int from, int to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] read(int from, int to) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int indexOf(byte[] pattern, int from) {
      throw new UnsupportedOperationException();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0400",
    "127, 047f",
    "128, 048180",
    "255, 0481ff",
    "256, 04820100",
    "65535, 0482ffff",
    "65536, 0483010000",
    "16777216, 048401000000",
    "2147483647, 04847fffffff",
    "4294967296, 04850100000000"
  })
  void lengthsAreTheShortestDefiniteOnes(long length, String expected) {
    assertEquals(expected, HexFormat.of().formatHex(Der.header(Der.OCTET_STRING, length)));
  }

  @Test
  void setsAreOrderedAsBouncyCastleOrdersThem() throws IOException {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      ASN1EncodableVector vector = new ASN1EncodableVector();
      byte[][] elements = new byte[random.nextInt(6)][];
      for (int i = 0; i < elements.length; i++) {
        byte[] value = new byte[random.nextInt(4) * random.nextInt(60)];
        random.nextBytes(value);
        elements[i] = Der.octetString(value);
        vector.add(new DEROctetString(value));
      }
      assertArrayEquals(new DERSet(vector).getEncoded("DER"), Der.setOf(elements));
    }
  }

  @Test
  void framedContentIsWhatBouncyCastleReads() throws IOException {
    HeapHost host = new HeapHost();
    byte[] content = new byte[70_000];
    new Random(2).nextBytes(content);
    byte[] framed =
        BulkDer.of(host, host.hold(content))
            .in(Der.OCTET_STRING)
            .in(Der.SEQUENCE, Der.integer(1), Der.integer(2))
            .join()
            .read();
    ASN1Primitive read = ASN1Primitive.fromByteArray(framed);
    assertArrayEquals(read.getEncoded("DER"), framed);
  }

  @Test
  void whatNoRangeCanHoldIsRefused() {
    HeapHost host = new HeapHost();
    BulkDer fits = BulkDer.of(host, new Claimed(Integer.MAX_VALUE - 6)).in(Der.OCTET_STRING);
    assertTooLarge(() -> fits.in(Der.SEQUENCE));
    assertTooLarge(() -> BulkDer.of(host, new Claimed(Integer.MAX_VALUE)).in(Der.OCTET_STRING));
  }

  private static void assertTooLarge(Executable call) {
    assertEquals(ErrorCode.TOO_LARGE, assertThrows(SmimeException.class, call).code());
  }
}
