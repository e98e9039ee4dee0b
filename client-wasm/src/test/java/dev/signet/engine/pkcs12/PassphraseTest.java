package dev.signet.engine.pkcs12;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signet.engine.ErrorCode;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.TestCa;
import dev.signet.testing.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passphrases of every kind, in files that OpenSSL and others wrote. */
class PassphraseTest {
  @TempDir static Path folder;
  private static Identity alice;

  @BeforeAll
  static void makeIdentity() {
    alice = TestCa.root(folder, "Root").issue("alice", Leaf.ec("alice@example.org"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "with spaces ",
        "gr\u00fcn",
        "\u0141\u00f3d\u017a",
        "\u5bc6\u7801",
        "\ud83d\udd11 key",
        "a passphrase that is much longer than the block of any hash that is in use today, so that "
            + "the derivation has to take it in several blocks and HMAC has to hash its key first"
      })
  @DisplayName("open modern and old files")
  void open(String passphrase) {
    for (String scheme : new String[] {"-descert", "-legacy"}) {
      byte[] p12 = alice.p12(passphrase, scheme, "-legacy", "-iter", "10");
      assertEquals(1, Pkcs12.open(p12, passphrase).size());
      Pkcs12.refused(ErrorCode.WRONG_PASSPHRASE, p12, passphrase + "x");
      Pkcs12.refused(ErrorCode.WRONG_PASSPHRASE, p12, "");
    }
    byte[] p12 = alice.p12(passphrase, "-iter", "10");
    assertEquals(1, Pkcs12.open(p12, passphrase).size());
    Pkcs12.refused(ErrorCode.WRONG_PASSPHRASE, p12, passphrase.toUpperCase(Locale.ROOT) + "x");
  }

  @Test
  @DisplayName("empty, with and without the zero octets of the BMPString")
  void empty() throws IOException {
    assertEquals(1, Pkcs12.open(alice.p12("", "-iter", "10"), "").size());
    assertEquals(1, Pkcs12.open(alice.p12("", "-iter", "10", "-legacy"), "").size());
    byte[] without = Files.readAllBytes(Vectors.folder("pyca").resolve("pkcs12/no-password.p12"));
    assertEquals(1, Pkcs12.open(without, "").size());
    Pkcs12.refused(ErrorCode.WRONG_PASSPHRASE, without, "x");
  }

  @Test
  @DisplayName("are wiped in every form, and never shown")
  void wiped() {
    List<Passphrase> ways = Passphrase.ways("gr\u00fcn", false);
    assertEquals(2, ways.size());
    assertArrayEquals("gr\u00fcn".getBytes(UTF_8), ways.get(0).utf8());
    assertArrayEquals(new byte[] {0, 'g', 0, 'r', 0, (byte) 0xfc, 0, 'n', 0, 0}, ways.get(0).bmp());
    assertFalse(ways.toString().contains("gr"));
    ways.forEach(Passphrase::wipe);
    for (Passphrase way : ways) {
      assertArrayEquals(new byte[way.utf8().length], way.utf8());
      assertArrayEquals(new byte[way.bmp().length], way.bmp());
    }
  }
}
