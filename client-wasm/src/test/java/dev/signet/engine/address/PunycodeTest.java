package dev.signet.engine.address;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.IDN;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Punycode")
class PunycodeTest {
  /** RFC 3492 section 7.1, (A) to (S). */
  static final String[] SAMPLES = {
    "egbpdaj6bu4bxfgehfvwxn|"
        + "\u0644\u064a\u0647\u0645\u0627\u0628\u062a\u0643\u0644\u0645\u0648\u0634"
        + "\u0639\u0631\u0628\u064a\u061f",
    "ihqwcrb4cv8a8dqg056pqjye|" + "\u4ed6\u4eec\u4e3a\u4ec0\u4e48\u4e0d\u8bf4\u4e2d\u6587",
    "ihqwctvzc91f659drss3x8bo0yb|" + "\u4ed6\u5011\u7232\u4ec0\u9ebd\u4e0d\u8aaa\u4e2d\u6587",
    "Proprostnemluvesky-uyb24dma41a|" + "Pro\u010dprost\u011bnemluv\u00ed\u010desky",
    "4dbcagdahymbxekheh6e0a7fei0b|"
        + "\u05dc\u05de\u05d4\u05d4\u05dd\u05e4\u05e9\u05d5\u05d8\u05dc\u05d0\u05de"
        + "\u05d3\u05d1\u05e8\u05d9\u05dd\u05e2\u05d1\u05e8\u05d9\u05ea",
    "i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd|"
        + "\u092f\u0939\u0932\u094b\u0917\u0939\u093f\u0928\u094d\u0926\u0940\u0915"
        + "\u094d\u092f\u094b\u0902\u0928\u0939\u0940\u0902\u092c\u094b\u0932\u0938"
        + "\u0915\u0924\u0947\u0939\u0948\u0902",
    "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa|"
        + "\u306a\u305c\u307f\u3093\u306a\u65e5\u672c\u8a9e\u3092\u8a71\u3057\u3066"
        + "\u304f\u308c\u306a\u3044\u306e\u304b",
    "989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c|"
        + "\uc138\uacc4\uc758\ubaa8\ub4e0\uc0ac\ub78c\ub4e4\uc774\ud55c\uad6d\uc5b4"
        + "\ub97c\uc774\ud574\ud55c\ub2e4\uba74\uc5bc\ub9c8\ub098\uc88b\uc744\uae4c",
    "b1abfaaepdrnnbgefbadotcwatmq2g4l|"
        + "\u043f\u043e\u0447\u0435\u043c\u0443\u0436\u0435\u043e\u043d\u0438\u043d"
        + "\u0435\u0433\u043e\u0432\u043e\u0440\u044f\u0442\u043f\u043e\u0440\u0443"
        + "\u0441\u0441\u043a\u0438",
    "PorqunopuedensimplementehablarenEspaol-fmd56a|"
        + "Porqu\u00e9nopuedensimplementehablarenEspa\u00f1ol",
    "TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g|"
        + "T\u1ea1isaoh\u1ecdkh\u00f4ngth\u1ec3ch\u1ec9n\u00f3iti\u1ebfngVi\u1ec7t",
    "3B-ww4c5e180e575a65lsy2b|" + "3\u5e74B\u7d44\u91d1\u516b\u5148\u751f",
    "-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n|"
        + "\u5b89\u5ba4\u5948\u7f8e\u6075-with-SUPER-MONKEYS",
    "Hello-Another-Way--fc4qua05auwb3674vfr0b|"
        + "Hello-Another-Way-\u305d\u308c\u305e\u308c\u306e\u5834\u6240",
    "2-u9tlzr9756bt3uc0v|" + "\u3072\u3068\u3064\u5c4b\u6839\u306e\u4e0b2",
    "MajiKoi5-783gue6qz075azm5e|" + "Maji\u3067Koi\u3059\u308b5\u79d2\u524d",
    "de-jg4avhby1noc0d|" + "\u30d1\u30d5\u30a3\u30fcde\u30eb\u30f3\u30d0",
    "d9juau41awczczp|" + "\u305d\u306e\u30b9\u30d4\u30fc\u30c9\u3067",
    "-> $1.00 <--|" + "-> $1.00 <-",
  };

  @ParameterizedTest
  @FieldSource("SAMPLES")
  @DisplayName("is that of the RFC's samples, both ways")
  void samples(String sample) {
    int bar = sample.indexOf('|');
    String encoded = sample.substring(0, bar);
    int[] codePoints = sample.substring(bar + 1).codePoints().toArray();
    assertEquals(encoded, Punycode.encode(codePoints));
    assertArrayEquals(codePoints, Punycode.decode(encoded));
  }

  @Test
  @DisplayName("is that of the JDK for letters of many alphabets")
  void jdk() {
    Random random = new Random(3492);
    int[] bases = {'a', 0x3b1, 0x430, 0x10d0, 0x4e00, 0xac00, 0x20000};
    for (int run = 0; run < 2000; run++) {
      int[] label = new int[1 + random.nextInt(12)];
      for (int i = 0; i < label.length; i++) {
        label[i] = bases[random.nextInt(bases.length)] + random.nextInt(16);
      }
      String text = new String(label, 0, label.length);
      String expected = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED);
      if (expected.startsWith("xn--") && IDN.toUnicode(expected).equals(text)) {
        assertEquals(expected.substring(4), Punycode.encode(label));
        assertArrayEquals(label, Punycode.decode(expected.substring(4)));
      }
    }
  }

  @Test
  @DisplayName("of nothing is nothing")
  void nothing() {
    assertEquals("", Punycode.encode(new int[0]));
    assertArrayEquals(new int[0], Punycode.decode(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bcher-kv", "bcher-kv!", "99999999", "a-\u00fc", "\u00fc-a", "-9", "b\u00fc"})
  @DisplayName("that ends early, overflows or has other characters is none")
  void damaged(String text) {
    assertNull(Punycode.decode(text));
  }

  @Test
  @DisplayName("is bounded")
  void bounded() {
    assertNull(Punycode.decode("a".repeat(256)));
    assertNull(Punycode.encode(new int[256]));
  }
}
