package dev.signet.engine.asn1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.heap.HeapBulk;
import dev.signet.engine.heap.HeapHost;
import java.util.Arrays;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A BER element")
class BerElementTest {
  private static BerElement element(String hex) {
    return BerElement.first(new HeapBulk(Hex.decode(hex)));
  }

  @Test
  @DisplayName("of definite length knows its content and its end")
  void definite() {
    BerElement sequence = element("3006020101040161ffff");
    assertEquals(8, sequence.endsAt());
    assertEquals(2, sequence.children(0x30).size());
    assertArrayEquals(new byte[] {'a'}, sequence.children().get(1).octets(new HeapHost()).read());
  }

  @Test
  @DisplayName("of indefinite length ends at its end-of-contents octets")
  void indefinite() {
    BerElement sequence = element("3080248004016124030401620000040163000099");
    assertEquals(19, sequence.endsAt());
    assertArrayEquals(
        new byte[] {'a', 'b'}, sequence.children().get(0).octets(new HeapHost()).read());
  }

  @Test
  @DisplayName("may state its length in more octets than needed")
  void longForm() {
    assertEquals(7, element("0484000000016f").endsAt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "30",
        "3001",
        "3080",
        "30800401",
        "308004016100",
        "0480040161",
        "04850000000001",
        "0484ffffffff",
        "04847fffffff",
        "1f8101",
        "308000010000",
      })
  @DisplayName("that is damaged is malformed")
  void damaged(String hex) {
    SmimeException error = assertThrows(SmimeException.class, () -> element(hex));
    assertEquals(ErrorCode.MALFORMED_MESSAGE, error.code());
  }

  @Test
  @DisplayName("nested 10,000 deep ends with a typed error, definite or not")
  void deep() {
    byte[] indefinite = new byte[20_000];
    for (int i = 0; i < indefinite.length; i += 2) {
      indefinite[i] = 0x30;
      indefinite[i + 1] = (byte) 0x80;
    }
    SmimeException error =
        assertThrows(SmimeException.class, () -> BerElement.first(new HeapBulk(indefinite)));
    assertEquals(ErrorCode.TOO_LARGE, error.code());

    byte[] definite = new byte[0];
    for (int i = 0; i < 200; i++) {
      byte[] header = {0x30, (byte) 0x82, (byte) (definite.length >> 8), (byte) definite.length};
      byte[] wrapped = Arrays.copyOf(header, header.length + definite.length);
      System.arraycopy(definite, 0, wrapped, header.length, definite.length);
      definite = wrapped;
    }
    byte[] nested = definite;
    error = assertThrows(SmimeException.class, () -> Asn1.parse(nested));
    assertEquals(ErrorCode.TOO_LARGE, error.code());
  }

  @Test
  @Timeout(5)
  @DisplayName("with millions of elements ends with a typed error")
  void many() {
    byte[] encoding = new byte[4_000_002];
    encoding[0] = 0x30;
    encoding[1] = (byte) 0x80;
    for (int i = 2; i < encoding.length; i += 2) {
      encoding[i] = 0x05;
    }
    SmimeException error =
        assertThrows(SmimeException.class, () -> BerElement.first(new HeapBulk(encoding)));
    assertEquals(ErrorCode.TOO_LARGE, error.code());
  }
}
