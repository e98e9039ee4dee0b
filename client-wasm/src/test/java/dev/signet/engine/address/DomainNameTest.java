package dev.signet.engine.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A domain name")
class DomainNameTest {
  @ParameterizedTest
  @CsvSource({
    "example.org, example.org",
    "EXAMPLE.Org, example.org",
    "b\u00fccher.example, xn--bcher-kva.example",
    "B\u00fccher.Example, xn--bcher-kva.example",
    "xn--bcher-kva.example, xn--bcher-kva.example",
    "XN--BCHER-KVA.example, xn--bcher-kva.example",
    "fa\u00df.de, xn--fa-hia.de",
    "\u03b4\u03bf\u03ba\u03b9\u03bc\u03ae.gr, xn--jxalpdlp.gr",
    "\u65e5\u672c\u8a9e.jp, xn--wgv71a119e.jp",
    "ex\u0430mple.org, xn--exmple-4nf.org",
    "localhost, localhost",
    "a_b.example, a_b.example",
    "r3---sn.example, r3---sn.example",
  })
  @DisplayName("is its A-labels in lower case")
  void ascii(String text, String ascii) {
    assertEquals(Optional.of(new DomainName(ascii)), DomainName.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "example.org.",
        ".example.org",
        "example..org",
        "-example.org",
        "example-.org",
        "exam ple.org",
        "example.org ",
        "example.org\u0000",
        "[192.0.2.1]",
        "a@b.org",
        // Capitals beyond ASCII, marks that compose, forms of compatibility.
        "B\u00dcCHER.example",
        "bu\u0308cher.example",
        "\u0308cher.example",
        "ex\uff41mple.org",
        "\u2113.example",
        "\ufb01sh.example",
        // Dots beyond ASCII.
        "example\u3002org",
        "b\u00fccher\uff0eexample",
        "example\uff61org",
        // Invisible, directional, private, unassigned, no characters at all.
        "exam\u00adple.org",
        "exam\u200bple.org",
        "exam\u200dple.org",
        "\u202emoc.example",
        "exam\ufeffple.org",
        "a\ue000.org",
        "a\ufffd.org",
        "a\ud800.org",
        "\u2603.example",
        // A hyphen where a prefix would have it.
        "\u00fcn--x.example",
        "-\u00fc.example",
        // No Punycode; only ASCII; not its one form; a prefix alone; a hyphen without ASCII.
        "xn--bcher-kv.example",
        "xn--example-.org",
        "xn--99999999.org",
        "xn--.org",
        "xn---.org",
        "xn--\u00fc.org",
      })
  @DisplayName("is none where it is not certain to be one")
  void none(String text) {
    assertEquals(Optional.empty(), DomainName.of(text));
  }

  @Test
  @DisplayName("has bounds on labels and on the whole")
  void bounds() {
    String label = "a".repeat(63);
    assertTrue(DomainName.of(label + ".org").isPresent());
    assertTrue(DomainName.of("a" + label + ".org").isEmpty());
    String name = label + "." + label + "." + label + "." + "b".repeat(61);
    assertTrue(DomainName.of(name).isPresent());
    assertTrue(DomainName.of(name + "b").isEmpty());
    // 63 octets hold the prefix too.
    assertTrue(DomainName.of("\u00fc" + "a".repeat(56)).isEmpty());
    String wide = "\u00fcbercoolerdomainname";
    assertTrue(DomainName.of((wide + ".").repeat(8) + "de").isPresent());
    assertTrue(DomainName.of((wide + ".").repeat(9) + "de").isEmpty());
  }

  @Test
  @DisplayName("takes no character that normalisation or lower case changes")
  void stable() {
    StringBuilder unstable = new StringBuilder();
    int taken = 0;
    for (int c = 0x80; c <= Character.MAX_CODE_POINT; c++) {
      if (UnicodeLabel.sound(new int[] {'a', c})) {
        taken++;
        String text = new String(Character.toChars(c));
        String mapped = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (!Normalizer.normalize(mapped, Normalizer.Form.NFKC).equals(text)) {
          unstable.append(' ').append(Integer.toHexString(c));
        }
      }
    }
    assertEquals("", unstable.toString());
    assertTrue(taken > 90_000, () -> "so few that the check says nothing");
  }
}
