package dev.signet.engine.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.bc.key.RsaKeys;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import dev.signet.testing.Keys;
import dev.signet.testing.OpenSsl;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RSA key transport against OpenSSL, and what it must never tell. */
class KeyTransportTest {
  private static final KeyTransport PKCS1 = new KeyTransport.Pkcs1();
  private static final KeyTransport OAEP =
      new KeyTransport.Oaep(DigestAlgorithm.SHA256, DigestAlgorithm.SHA1, new byte[0]);

  @TempDir static Path folder;
  private static PrivateKey key;
  private static byte[] publicKey;

  private final HeapHost host = new HeapHost();
  private final BouncyCastleAnswers answers = new BouncyCastleAnswers(host);
  private final byte[] contentKey = new byte[32];

  @BeforeAll
  static void makeKey() {
    OpenSsl.run(folder, "genrsa", "-out", "key.pem", "2048");
    key =
        Keys.read(
            PrivateKeyInfo.getInstance(
                OpenSsl.run(
                    folder, "pkcs8", "-topk8", "-nocrypt", "-in", "key.pem", "-outform", "DER")));
    publicKey = OpenSsl.run(folder, "rsa", "-in", "key.pem", "-pubout", "-outform", "DER");
  }

  private byte[] unwrap(byte[] encryptedKey, int keyBytes) {
    return answers.answer(new Ask.UnwrapKey(key, PKCS1, encryptedKey, keyBytes));
  }

  private byte[] wrap(KeyTransport transport) {
    host.random(contentKey);
    return answers.answer(new Ask.WrapKey(publicKey, transport, contentKey));
  }

  /** Encrypts a block as it is, so that its padding can be anything. */
  private static byte[] raw(byte[] block) {
    RSAPrivateCrtKeyParameters rsa = RsaKeys.of(key);
    return BigIntegers.asUnsignedByteArray(
        256, new BigInteger(1, block).modPow(rsa.getPublicExponent(), rsa.getModulus()));
  }

  private byte[] block() {
    byte[] block = new byte[256];
    Arrays.fill(block, (byte) 0x5a);
    block[0] = 0;
    block[1] = 2;
    block[223] = 0;
    System.arraycopy(contentKey, 0, block, 224, 32);
    return block;
  }

  @Test
  @DisplayName("OpenSSL opens what is wrapped here")
  void openSslUnwraps() throws IOException {
    Files.write(folder.resolve("ct"), wrap(PKCS1));
    assertArrayEquals(
        contentKey, OpenSsl.run(folder, "pkeyutl", "-decrypt", "-inkey", "key.pem", "-in", "ct"));
    Files.write(folder.resolve("ct"), wrap(OAEP));
    assertArrayEquals(
        contentKey,
        OpenSsl.run(
            folder,
            "pkeyutl",
            "-decrypt",
            "-inkey",
            "key.pem",
            "-in",
            "ct",
            "-pkeyopt",
            "rsa_padding_mode:oaep",
            "-pkeyopt",
            "rsa_oaep_md:sha256",
            "-pkeyopt",
            "rsa_mgf1_md:sha1"));
  }

  @Test
  @DisplayName("what OpenSSL wraps opens here")
  void unwrapsFromOpenSsl() {
    host.random(contentKey);
    byte[] encrypted =
        OpenSsl.runWith(contentKey, folder, "pkeyutl", "-encrypt", "-inkey", "key.pem");
    assertArrayEquals(contentKey, unwrap(encrypted, 32));
  }

  @Test
  @DisplayName("every fault in a PKCS#1 v1.5 block gives one substitute, always the same")
  void implicitRejection() {
    host.random(contentKey);
    assertArrayEquals(contentKey, unwrap(raw(block()), 32));
    int[][] faults = {{0, 1}, {1, 1}, {1, 0}, {2, 0}, {9, 0}, {100, 0}, {222, 0}, {223, 1}};
    for (int[] fault : faults) {
      byte[] block = block();
      block[fault[0]] = (byte) fault[1];
      byte[] encrypted = raw(block);
      byte[] substitute = unwrap(encrypted, 32);
      assertEquals(32, substitute.length);
      assertFalse(Arrays.equals(contentKey, substitute), Arrays.toString(fault));
      assertArrayEquals(substitute, unwrap(encrypted, 32));
    }
    for (int length : new int[] {0, 5, 16, 24, 31, 33, 64, 300}) {
      byte[] other = unwrap(raw(block()), length);
      assertEquals(length, other.length);
      assertFalse(length == 32 && Arrays.equals(contentKey, other));
    }
  }

  @Test
  @DisplayName("a ciphertext of wrong length or beyond the modulus gives a substitute as well")
  void outOfRange() {
    RSAPrivateCrtKeyParameters rsa = RsaKeys.of(key);
    byte[] beyond = new byte[256];
    Arrays.fill(beyond, (byte) 0xff);
    byte[] valid = raw(block());
    byte[] plusModulus =
        BigIntegers.asUnsignedByteArray(
            257, new BigInteger(1, valid).add(rsa.getModulus().shiftLeft(1)));
    for (byte[] each :
        new byte[][] {
          new byte[0],
          new byte[1],
          new byte[256],
          beyond,
          new byte[100_000],
          Arrays.copyOf(valid, 255),
          Arrays.copyOf(valid, 257),
          plusModulus,
          BigIntegers.asUnsignedByteArray(256, rsa.getModulus()),
          BigIntegers.asUnsignedByteArray(256, rsa.getModulus().subtract(BigInteger.ONE))
        }) {
      byte[] substitute = unwrap(each, 32);
      assertEquals(32, substitute.length);
      assertArrayEquals(substitute, unwrap(each, 32));
      assertFalse(Arrays.equals(contentKey, substitute));
    }
    assertFalse(Arrays.equals(unwrap(new byte[0], 32), unwrap(new byte[1], 32)));
  }

  @Test
  @DisplayName("OAEP fails in one way")
  void oaepFails() {
    byte[] encrypted = wrap(OAEP);
    byte[] changed = encrypted.clone();
    changed[10] ^= 1;
    for (byte[] each : new byte[][] {changed, new byte[0], new byte[256], new byte[300]}) {
      SmimeException error =
          assertThrows(
              SmimeException.class, () -> answers.answer(new Ask.UnwrapKey(key, OAEP, each, 32)));
      assertEquals(ErrorCode.MALFORMED_MESSAGE, error.code());
      assertEquals("the content key cannot be decrypted", error.getMessage());
    }
    SmimeException length =
        assertThrows(
            SmimeException.class,
            () -> answers.answer(new Ask.UnwrapKey(key, OAEP, encrypted, 16)));
    assertEquals("the content key cannot be decrypted", length.getMessage());
  }

  @Test
  @DisplayName("a recipient's key that cannot be used is refused by name")
  void unusable() {
    byte[] tooShort =
        OpenSsl.runWith(
            OpenSsl.run(folder, "genrsa", "512"), folder, "rsa", "-pubout", "-outform", "DER");
    for (KeyTransport transport : new KeyTransport[] {PKCS1, OAEP}) {
      for (byte[] unusable : new byte[][] {tooShort, new byte[0], {0x30, 0}}) {
        SmimeException error =
            assertThrows(
                SmimeException.class,
                () -> answers.answer(new Ask.WrapKey(unusable, transport, new byte[64])));
        assertEquals(ErrorCode.RECIPIENT_UNUSABLE, error.code());
      }
    }
  }
}
