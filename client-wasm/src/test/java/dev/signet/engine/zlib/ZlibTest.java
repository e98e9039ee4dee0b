package dev.signet.engine.zlib;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.heap.HeapBulk;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against zlib itself, which is what the JDK's classes call. */
@DisplayName("Inflating")
class ZlibTest {
  private static final int LIMIT = 1 << 24;

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "6, 0", "9, 0", "6, 1", "9, 2"})
  @DisplayName("gives what was deflated, at every level and in every strategy")
  void everyLevel(int level, int strategy) {
    Random random = new Random(level);
    for (int length : new int[] {0, 1, 2, 100, 32_767, 32_768, 32_769, 300_000, 2_000_000}) {
      for (int range : new int[] {1, 3, 60, 256}) {
        byte[] content = text(random, length, range);
        assertArrayEquals(content, inflated(deflated(content, level, strategy), LIMIT));
      }
    }
  }

  @Test
  @DisplayName("ends in an error wherever the stream is cut off or one bit is changed")
  void damaged() {
    byte[] content = text(new Random(3), 900, 40);
    byte[] stream = deflated(content, 9, 0);
    for (int length = 0; length < stream.length; length++) {
      malformed(Arrays.copyOf(stream, length));
    }
    for (int bit = 0; bit < 8 * stream.length; bit++) {
      byte[] changed = stream.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      if (bit / 8 == stream.length - 5 && zlib(changed) != null) {
        // Bits between the last block and the checksum mean nothing.
        assertArrayEquals(content, inflated(changed, LIMIT));
      } else {
        malformed(changed);
      }
    }
    malformed(Arrays.copyOf(stream, stream.length + 1));
  }

  @Test
  @DisplayName("accepts of random streams what zlib accepts, and gives the same")
  void likeZlib() {
    Random random = new Random(20);
    int accepted = 0;
    byte[][] seeds = {
      deflated(text(random, 40, 4), 9, 0),
      deflated(text(random, 3000, 30), 9, 0),
      deflated(text(random, 3000, 30), 9, Deflater.HUFFMAN_ONLY),
      deflated(text(random, 60, 200), 0, 0)
    };
    for (int i = 0; i < 20_000; i++) {
      byte[] stream = seeds[i % seeds.length].clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        stream[2 + random.nextInt(Math.min(stream.length - 2, 90))] ^=
            (byte) (1 << random.nextInt(8));
      }
      // Without the checksum, so that what lies behind it is compared and not the checksum alone.
      byte[] theirs = zlib(stream);
      byte[] ours = null;
      if (theirs != null) {
        accepted++;
        ours = inflated(withChecksum(stream, theirs), LIMIT);
        assertArrayEquals(theirs, ours);
      } else {
        malformed(stream);
      }
    }
    assertTrue(accepted > 200, accepted + " accepted");
  }

  /** What the raw stream inflates to, or null. */
  private static byte[] zlib(byte[] stream) {
    Inflater inflater = new Inflater(true);
    inflater.setInput(stream, 2, stream.length - 2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1000];
    try {
      while (!inflater.finished()) {
        int length = inflater.inflate(buffer);
        if (length == 0 && !inflater.finished()) {
          return null;
        }
        out.write(buffer, 0, length);
      }
      return inflater.getRemaining() == 4 ? out.toByteArray() : null;
    } catch (DataFormatException e) {
      return null;
    } finally {
      inflater.end();
    }
  }

  private static byte[] withChecksum(byte[] stream, byte[] content) {
    java.util.zip.Adler32 adler = new java.util.zip.Adler32();
    adler.update(content);
    byte[] whole = stream.clone();
    for (int i = 0; i < 4; i++) {
      whole[whole.length - 1 - i] = (byte) (adler.getValue() >>> 8 * i);
    }
    return whole;
  }

  @Test
  @DisplayName("stops soon after the limit, however much is to come")
  void limit() {
    byte[] content = new byte[100_000];
    byte[] stream = deflated(content, 9, 0);
    assertArrayEquals(content, inflated(stream, 100_000));
    tooLarge(stream, 99_999, "octets");
    tooLarge(stream, 0, "octets");
    byte[] bomb = bomb();
    assertTrue(bomb.length < 2_000_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> tooLarge(bomb, 128 * 1024 * 1024, "octets"));
  }

  @Test
  @DisplayName("refuses more blocks with codes of their own than any compressor makes")
  void blocks() {
    // One block: a code with the end of the block alone, and that end.
    StringBuilder bits = new StringBuilder();
    bits.append("0").append("01").append("00000").append("00000").append("0111");
    // Lengths of the codes for 18, 1 and 0: given is 18, in the order 16 17 18 0 … 14 1.
    for (int symbol : new int[] {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1}) {
      bits.append(symbol == 18 ? "100" : symbol == 0 || symbol == 1 ? "010" : "000");
    }
    // 138 and 118 zeros, then length 1 for the end of the block; one distance without a code.
    bits.append("0").append("1111111").append("0").append("1101011").append("11").append("10");
    String end = "0";
    String block = bits.append(end).toString();
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < 100_001; i++) {
      stream.append(block);
    }
    byte[] octets = new byte[2 + stream.length() / 8 + 1];
    octets[0] = 0x78;
    octets[1] = (byte) 0x9c;
    for (int i = 0; i < stream.length(); i++) {
      // The order of bits within each field is the reader's: lowest first.
      octets[2 + i / 8] |= (byte) (stream.charAt(i) - '0' << i % 8);
    }
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> tooLarge(octets, LIMIT, "blocks"));
  }

  @ParameterizedTest
  @CsvSource({
    // A preset dictionary, a window of 64 KB, another method, a header without its check.
    "78bb00000001",
    "880100",
    "770100",
    "789d03000000",
    // A block of the type that does not exist.
    "789c07000000000001",
    // A stored block whose length differs from its complement.
    "789c010100ffff00",
    // A copy from before the beginning.
    "789c4b0402000000",
  })
  @DisplayName("refuses what the format does not have")
  void refused(String stream) {
    malformed(Hex.decode(stream));
  }

  private static byte[] bomb() {
    Deflater deflater = new Deflater(9);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 20];
    byte[] buffer = new byte[1 << 16];
    for (int i = 0; i < 1024; i++) {
      deflater.setInput(zeros);
      while (!deflater.needsInput()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static byte[] text(Random random, int length, int range) {
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) random.nextInt(range);
      if (random.nextInt(9) == 0 && i > 300) {
        int copied = Math.min(random.nextInt(290), length - i);
        System.arraycopy(text, i - 1 - random.nextInt(Math.min(i - 1, 32_700)), text, i, copied);
        i += copied;
      }
    }
    return text;
  }

  private static byte[] deflated(byte[] content, int level, int strategy) {
    Deflater deflater = new Deflater(level);
    deflater.setStrategy(strategy);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static byte[] inflated(byte[] stream, int limit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Zlib.inflate(new HeapBulk(stream), out::writeBytes, limit);
    return out.toByteArray();
  }

  private static void malformed(byte[] stream) {
    SmimeException error = assertThrows(SmimeException.class, () -> inflated(stream, LIMIT));
    assertEquals(ErrorCode.MALFORMED_MESSAGE, error.code());
  }

  private static void tooLarge(byte[] stream, int limit, String what) {
    SmimeException error =
        assertThrows(SmimeException.class, () -> Zlib.inflate(new HeapBulk(stream), null, limit));
    assertEquals(ErrorCode.TOO_LARGE, error.code());
    assertEquals(what, error.details().get("what"));
  }
}
