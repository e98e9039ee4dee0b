package dev.signet.engine.pkcs12;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.signet.engine.ErrorCode;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.util.encoders.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What OpenSSL can protect a file with, and the examples of RFC 9879. */
class SchemesTest {
  @TempDir static Path folder;
  private static Identity alice;

  @BeforeAll
  static void makeIdentity() {
    alice = TestCa.root(folder, "Root").issue("alice", Leaf.ec("a@example.org"));
  }

  private static void opens(String... options) {
    byte[] p12 = alice.p12("gr\u00fcn", options);
    assertArrayEquals(alice.pkcs8(), Pkcs12.open(p12, "gr\u00fcn").get(0).privateKey().pkcs8());
    Pkcs12.refused(ErrorCode.WRONG_PASSPHRASE, p12, "blau");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PBE-MD5-DES",
        "PBE-SHA1-RC2-64",
        "PBE-SHA1-DES",
        "PBE-MD5-RC2-64",
        "PBE-SHA1-RC4-128",
        "PBE-SHA1-RC4-40",
        "PBE-SHA1-2DES",
        "PBE-SHA1-3DES",
        "PBE-SHA1-RC2-128",
        "PBE-SHA1-RC2-40",
        "AES-128-CBC",
        "AES-192-CBC",
        "AES-256-CBC",
        "AES-128-OFB",
        "AES-192-OFB",
        "AES-256-OFB",
        "AES-128-CFB",
        "AES-192-CFB",
        "AES-256-CFB",
        "DES-EDE3-CBC",
        "DES-CBC",
        "RC2-CBC",
        "RC2-64-CBC",
        "RC2-40-CBC",
        "BF-CBC",
        "CAST5-CBC",
        "SEED-CBC",
        "SM4-CBC",
        "CAMELLIA-128-CBC",
        "CAMELLIA-192-CBC",
        "CAMELLIA-256-CBC",
        "ARIA-128-CBC",
        "ARIA-192-CBC",
        "ARIA-256-CBC"
      })
  @DisplayName("encryption")
  void encryption(String scheme) {
    opens("-keypbe", scheme, "-certpbe", scheme, "-legacy", "-iter", "5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "md4",
        "md5",
        "sha1",
        "sha224",
        "sha256",
        "sha384",
        "sha512",
        "sha512-224",
        "sha512-256",
        "sha3-224",
        "sha3-256",
        "sha3-384",
        "sha3-512",
        "ripemd160",
        "whirlpool",
        "sm3",
        "blake2b512",
        "blake2s256"
      })
  @DisplayName("integrity")
  void integrity(String digest) {
    opens("-macalg", digest, "-legacy", "-iter", "5");
  }

  @Nested
  @DisplayName("RFC 9879, appendix A")
  class Rfc9879 {
    @Test
    @DisplayName("the right files open, the wrong ones do not")
    void examples() throws IOException {
      Map<String, byte[]> files = new LinkedHashMap<>();
      try (InputStream in = SchemesTest.class.getResourceAsStream("rfc9879.txt")) {
        assertNotNull(in);
        for (String line : new String(in.readAllBytes(), UTF_8).split("\n", -1)) {
          if (line.startsWith("A.")) {
            String[] words = line.split(" ", -1);
            files.put(words[0], Base64.decode(words[1]));
          }
        }
      }
      assertEquals(6, files.size());
      for (String good : new String[] {"A.1", "A.2", "A.3"}) {
        assertEquals(1, Pkcs12.open(files.get(good), "1234").size(), good);
        Pkcs12.refused(ErrorCode.WRONG_PASSPHRASE, files.get(good), "12345");
      }
      Pkcs12.refused(ErrorCode.WRONG_PASSPHRASE, files.get("A.4"), "1234");
      Pkcs12.refused(ErrorCode.WRONG_PASSPHRASE, files.get("A.5"), "1234");
      Pkcs12.refused(ErrorCode.DAMAGED_PKCS12, files.get("A.6"), "1234");
    }
  }
}
