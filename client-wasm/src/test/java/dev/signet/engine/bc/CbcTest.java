package dev.signet.engine.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Ask;
import dev.signet.testing.OpenSsl;
import java.nio.file.Path;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Content of every length against OpenSSL, across the chunks in which it is read. */
class CbcTest {
  @TempDir Path folder;
  private final HeapHost host = new HeapHost();
  private final BouncyCastleAnswers answers = new BouncyCastleAnswers(host);

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    host.random(bytes);
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({
    "AES_128_CBC, aes-128-cbc",
    "AES_192_CBC, aes-192-cbc",
    "AES_256_CBC, aes-256-cbc",
    "DES_EDE3_CBC, des-ede3-cbc"
  })
  void bothWays(ContentCipher cipher, String name) {
    byte[] key = random(cipher.keyBytes());
    byte[] iv = random(cipher.ivBytes());
    for (int length : new int[] {0, 1, 15, 16, 17, 262_143, 262_144, 262_145, 600_000}) {
      byte[] content = random(length);
      byte[] theirs =
          OpenSsl.runWith(
              content,
              folder,
              "enc",
              "-e",
              "-" + name,
              "-K",
              Hex.toHexString(key),
              "-iv",
              Hex.toHexString(iv));
      assertArrayEquals(
          theirs,
          answers.answer(new Ask.EncryptContent(cipher, key, iv, host.hold(content))).read());
      assertArrayEquals(
          content,
          answers.answer(new Ask.DecryptContent(cipher, key, iv, host.hold(theirs))).read());
    }
  }

  @Test
  @DisplayName("wrong lengths of ciphertext, vector and key end in one error")
  void wrongLengths() {
    for (int[] lengths :
        new int[][] {
          {0, 16, 32}, {15, 16, 32}, {33, 16, 32}, {32, 8, 32}, {32, 0, 32}, {32, 16, 5}
        }) {
      Ask.DecryptContent ask =
          new Ask.DecryptContent(
              ContentCipher.AES_256_CBC,
              new byte[lengths[2]],
              new byte[lengths[1]],
              host.hold(new byte[lengths[0]]));
      SmimeException error = assertThrows(SmimeException.class, () -> answers.answer(ask));
      assertEquals("the content cannot be decrypted", error.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MD5, md5",
    "SHA1, sha1",
    "SHA224, sha224",
    "SHA256, sha256",
    "SHA384, sha384",
    "SHA512, sha512"
  })
  void hashes(DigestAlgorithm algorithm, String name) {
    byte[] content = random(600_000);
    assertArrayEquals(
        OpenSsl.runWith(content, folder, "dgst", "-" + name, "-binary"),
        answers.answer(new Ask.Digest(algorithm, host.hold(content))));
  }
}
