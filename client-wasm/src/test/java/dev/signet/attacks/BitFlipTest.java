package dev.signet.attacks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A message with any one bit changed")
class BitFlipTest {
  /** Octets at the beginning each of whose bits is changed. */
  private static final int REACH = 2048;

  static List<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  @DisplayName("ends in a verdict, and shows protected content unchanged or not at all")
  void flipped(Sample sample) {
    int octets = Math.min(REACH, sample.mail().length);
    Map<String, Integer> codes = Damage.each(sample, octets * 8, bit -> flip(sample.mail(), bit));
    assertTrue(codes.size() > 1, codes.toString());
  }

  private static byte[] flip(byte[] mail, int bit) {
    byte[] flipped = mail.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }
}
