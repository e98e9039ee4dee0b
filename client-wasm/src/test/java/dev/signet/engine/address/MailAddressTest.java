package dev.signet.engine.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A mail address")
class MailAddressTest {
  /** By both of the ways in which addresses are compared, which must not differ. */
  private static boolean equal(String one, String other) {
    boolean found = MailAddress.find(one, List.of(other)) != null;
    assertEquals(found, MailAddress.anyShared(List.of(one), List.of(other)));
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "alice@example.org, alice@example.org",
    "Alice@EXAMPLE.org, aLICE@example.ORG",
    "alice@b\u00fccher.example, alice@xn--bcher-kva.example",
    "m\u00fcller@b\u00fccher.example, m\u00fcller@XN--bcher-kva.example",
    "a.b+c@example.org, A.B+C@example.org",
  })
  @DisplayName("equals another of the same domain and local part")
  void same(String one, String other) {
    assertTrue(equal(one, other));
    assertTrue(equal(other, one));
  }

  @ParameterizedTest
  @CsvSource({
    "alice@example.org, alice@example.net",
    "alice@example.org, alice@mail.example.org",
    "alice@example.org, bob@example.org",
    "alice@example.org, ali.ce@example.org",
    "alice@example.org, alice+x@example.org",
    // Only ASCII folds, and nothing in a local part that is not ASCII.
    "m\u00fcller@example.org, M\u00dcLLER@example.org",
    "m\u00fcller@example.org, M\u00fcller@example.org",
    "m\u00fcller@example.org, mu\u0308ller@example.org",
    "kate@example.org, \u212aate@example.org",
    "si@example.org, \u017fi@example.org",
    "alice@example.org, \u0430lice@example.org",
    "alice@fa\u00df.de, alice@fass.de",
    "alice@example.org, alice@ex\u0430mple.org",
  })
  @DisplayName("equals no other")
  void other(String one, String other) {
    assertFalse(equal(one, other));
    assertFalse(equal(other, one));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "alice",
        "alice@",
        "@example.org",
        "alice@example.org@evil.example",
        "alice@example.org.",
        "alice@example.org,mallory@evil.example",
        "alice@example.org\u0000.evil.example",
        "alice\u0000@example.org",
        "alice@example.org\r",
        "alice\n@example.org",
        " alice@example.org",
        "alice@example.org ",
        "al ice@example.org",
        "\"alice\"@example.org",
        "<alice@example.org>",
        ".alice@example.org",
        "alice.@example.org",
        "a..b@example.org",
        "alice@[192.0.2.1]",
        "=?utf-8?q?alice?=@example.org",
        "alice\u200b@example.org",
        "\u202ealice@example.org",
        "al\u00a0ice@example.org",
        "al\ufffdice@example.org",
        "al\ud800ice@example.org",
        "alice\uff20example.org",
        "alice\uff20evil.example@example.org",
        "\ufeffalice@example.org",
      })
  @DisplayName("that is not certain to be one is none, and does not equal itself")
  void none(String text) {
    assertEquals(Optional.empty(), MailAddress.of(text));
    assertFalse(equal(text, text));
  }

  @Test
  @DisplayName("has 64 octets of local part at most")
  void bounds() {
    assertTrue(MailAddress.of("a".repeat(64) + "@example.org").isPresent());
    assertTrue(MailAddress.of("a".repeat(65) + "@example.org").isEmpty());
    assertTrue(MailAddress.of("\u00fc".repeat(33) + "@example.org").isEmpty());
  }
}
