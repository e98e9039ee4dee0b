package dev.signet.engine.mime.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class WrappingTest {
  private static final HeapHost HOST = new HeapHost();

  /** A host whose random source counts, from a value on and not further than another. */
  private record Counting(int[] next, int last) implements Host {
    @Override
    public Bulk hold(byte[] bytes) {
      return HOST.hold(bytes);
    }

    @Override
    public Bulk concat(List<Bulk> parts) {
      return HOST.concat(parts);
    }

    @Override
    public Bulk decodeBase64(Bulk text) {
      return HOST.decodeBase64(text);
    }

    @Override
    public Bulk encodeBase64(Bulk bytes) {
      return HOST.encodeBase64(bytes);
    }

    @Override
    public Bulk canonicalLineEnds(Bulk text) {
      return HOST.canonicalLineEnds(text);
    }

    @Override
    public void random(byte[] target) {
      Arrays.fill(target, (byte) next[0]);
      next[0] = Math.min(last, next[0] + 1);
    }
  }

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
      return -1;
    }
  }

  private static Bulk bulk(String text) {
    return HOST.hold(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aBoundaryThatOccursIsNotTaken() {
    Bulk content = bulk("x\r\n--=_" + "01".repeat(16) + "\r\n=_" + "02".repeat(16));
    String boundary = Boundary.absentFrom(content, new Counting(new int[] {1}, 255));
    assertEquals("=_" + "03".repeat(16), boundary);
  }

  @Test
  void aRandomSourceThatRepeatsItselfEndsInAnError() {
    Bulk content = bulk("=_" + "01".repeat(16));
    SmimeException refusal =
        assertThrows(
            SmimeException.class,
            () -> Boundary.absentFrom(content, new Counting(new int[] {1}, 1)));
    assertEquals(ErrorCode.NO_RANDOMNESS, refusal.code());
  }

  @Test
  void boundariesAreAllowedByRfc2046AndNewEachTime() {
    String boundary = Boundary.absentFrom(bulk("x"), HOST);
    assertTrue(boundary.matches("=_[0-9a-f]{32}"), boundary);
    assertNotEquals(boundary, Boundary.absentFrom(bulk("x"), HOST));
  }

  @Test
  void whatNoRangeCanHoldIsRefused() {
    MessageParts parts = MessageParts.of(HOST, bulk("\r\nx"));
    Wrapping wrapping = new Wrapping(HOST, parts);
    assertTooLarge(() -> wrapping.pkcs7Mime("signed-data", new Claimed(1_600_000_000)));
    Bulk signature = bulk("x");
    assertTooLarge(
        () ->
            wrapping.multipartSigned(
                new Claimed(Integer.MAX_VALUE), DigestAlgorithm.SHA256, signature));
  }

  private static void assertTooLarge(Executable call) {
    assertEquals(ErrorCode.TOO_LARGE, assertThrows(SmimeException.class, call).code());
  }
}
