package dev.signet.attacks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A message cut off at any octet")
class TruncationTest {
  static List<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  @DisplayName("ends in a verdict")
  void cut(Sample sample) {
    Map<String, Integer> codes =
        Damage.each(sample, sample.mail().length, at -> Arrays.copyOf(sample.mail(), at));
    assertTrue(codes.size() > 1, codes.toString());
  }
}
