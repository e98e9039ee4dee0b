package dev.signet.engine.pkcs12;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.TestCa;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten files of different schemes, cut off at every octet and with every bit changed. */
class FaultsEverywhereTest {
  private static final int MOST_MILLIS = 20_000;
  private static final int FIRST_OCTETS = 2_048;

  private static final Set<ErrorCode> ENDS =
      EnumSet.of(
          ErrorCode.NOT_PKCS12,
          ErrorCode.DAMAGED_PKCS12,
          ErrorCode.WRONG_PASSPHRASE,
          ErrorCode.UNAUTHENTICATED_PKCS12,
          ErrorCode.REFUSED_PARAMETERS,
          ErrorCode.UNSUPPORTED_ALGORITHM,
          ErrorCode.TOO_LARGE);

  @TempDir static Path folder;
  private static Identity alice;
  private static final Map<String, byte[]> FILES = new LinkedHashMap<>();

  @BeforeAll
  static void makeFiles() throws Exception {
    alice = TestCa.root(folder, "Root").issue("alice", Leaf.ec("a@example.org"));
    openSsl("-macalg sha256");
    openSsl("-legacy");
    openSsl("-descert -legacy");
    openSsl("-certpbe NONE -keypbe AES-128-CBC -macalg sha512");
    openSsl("-keypbe PBE-SHA1-RC4-128 -certpbe PBE-SHA1-RC4-40 -legacy");
    openSsl("-keypbe PBE-MD5-DES -certpbe PBE-SHA1-RC2-64 -legacy");
    openSsl("-keypbe CAMELLIA-256-CBC -certpbe ARIA-128-CBC -macalg sha3-256");
    openSsl("-keypbe RC2-40-CBC -certpbe BF-CBC -macalg ripemd160 -legacy");
    openSsl("-keypbe AES-256-CFB -certpbe AES-192-OFB");
    FILES.put("PBMAC1", MadeFiles.pbmac1(alice, "secret", 3));
    assertEquals(10, FILES.size());
  }

  private static void openSsl(String options) {
    String words = options + " -iter 3";
    FILES.put(options, alice.p12("secret", words.split(" ", -1)));
  }

  /** Whether it opens; then it is the same key. */
  private static boolean opens(byte[] p12, String what) {
    long start = System.nanoTime();
    try {
      for (Pkcs12Key key : Pkcs12.open(p12, "secret")) {
        assertArrayEquals(alice.pkcs8(), key.privateKey().pkcs8(), what);
        assertArrayEquals(alice.certificateDer(), key.certificate().der(), what);
      }
      return true;
    } catch (SmimeException e) {
      assertTrue(ENDS.contains(e.code()), () -> what + " ends in " + e.code());
      return false;
    } finally {
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertTrue(millis < MOST_MILLIS, () -> what + " took " + millis + " ms");
    }
  }

  @Test
  @DisplayName("cut off at every octet, none opens")
  void truncated() {
    FILES.forEach(
        (name, p12) -> {
          for (int length = 0; length < p12.length; length++) {
            int end = length;
            assertTrue(!opens(Arrays.copyOf(p12, length), name), () -> name + " at " + end);
          }
          assertTrue(opens(p12, name));
        });
  }

  @Test
  @DisplayName("every bit of the first 2 KB changed: an error of the closed set, or the same key")
  void flipped() {
    FILES.forEach(
        (name, p12) -> {
          int opened = 0;
          for (int bit = 0; bit < 8 * Math.min(FIRST_OCTETS, p12.length); bit++) {
            byte[] changed = p12.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            if (opens(changed, name + ", bit " + bit)) {
              opened++;
            }
          }
          // What may change without harm: an identifier octet's unused forms, PBMAC1's unused salt.
          assertTrue(opened < 200, name + " opened " + opened + " times");
          assertTrue(opens(p12, name));
        });
  }

  @Test
  @DisplayName("what is put around a file does no harm")
  void armoured() {
    byte[] p12 = FILES.get("-legacy");
    assertTrue(opens(Arrays.copyOf(p12, p12.length + 3), "with zeros after it"));
    for (String end : List.of("\n", "\r\n")) {
      assertTrue(opens(MadeFiles.pem(p12, end), "PEM"));
      assertTrue(!opens(MadeFiles.pem(Arrays.copyOf(p12, 90), end), "PEM, cut off"));
    }
  }
}
