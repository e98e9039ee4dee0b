package dev.signet.engine.cms;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.bc.BouncyCastleAnswers;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The parameters of a content cipher")
class ContentAlgorithmTest {
  private static ContentAlgorithm read(ContentCipher cipher, ASN1Encodable parameters) {
    return ContentAlgorithm.read(
        new AlgorithmIdentifier(new ASN1ObjectIdentifier(cipher.oid()), parameters));
  }

  private static ASN1Encodable octets(int length) {
    return new DEROctetString(new byte[length]);
  }

  private static ASN1Encodable sequence(ASN1Encodable... fields) {
    return new DERSequence(fields);
  }

  private static void malformed(ContentCipher cipher, ASN1Encodable parameters) {
    SmimeException error =
        assertThrows(SmimeException.class, () -> read(cipher, parameters), () -> "" + parameters);
    assertEquals(ErrorCode.MALFORMED_MESSAGE, error.code());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "AES_128_CBC",
        "AES_256_CBC",
        "DES_EDE3_CBC",
        "DES_CBC",
        "CAMELLIA_192_CBC",
        "SEED_CBC"
      })
  @DisplayName("are a vector as long as a block")
  void plain(ContentCipher cipher) {
    ContentAlgorithm read = read(cipher, octets(cipher.ivBytes()));
    assertEquals(cipher, read.cipher());
    assertEquals(List.of(cipher.keyBytes()), read.keySizes());
    for (int length : new int[] {0, 7, 15, 17, 24}) {
      malformed(cipher, octets(length));
    }
    malformed(cipher, null);
    malformed(cipher, DERNull.INSTANCE);
    malformed(cipher, sequence(octets(cipher.ivBytes())));
  }

  @Test
  @DisplayName("are for RC2 a version and a vector, or a vector alone")
  void rc2() {
    ContentCipher any = ContentCipher.RC2_128_CBC;
    assertEquals(ContentCipher.RC2_32_CBC, read(any, octets(8)).cipher());
    Object[][] versions = {
      {160, ContentCipher.RC2_40_CBC, List.of(5, 16)},
      {120, ContentCipher.RC2_64_CBC, List.of(8, 16)},
      {58, ContentCipher.RC2_128_CBC, List.of(16)},
    };
    for (Object[] version : versions) {
      ContentAlgorithm read = read(any, sequence(new ASN1Integer((int) version[0]), octets(8)));
      assertEquals(version[1], read.cipher());
      assertEquals(version[2], read.keySizes());
    }
    malformed(any, sequence(new ASN1Integer(160), octets(7)));
    malformed(any, sequence(new ASN1Integer(160)));
    malformed(any, null);
    for (long version : new long[] {0, -1, 52, 256, 1L << 40}) {
      SmimeException error =
          assertThrows(
              SmimeException.class, () -> read(any, sequence(new ASN1Integer(version), octets(8))));
      assertEquals(ErrorCode.UNSUPPORTED_ALGORITHM, error.code());
    }
  }

  @Test
  @DisplayName("leave RC2's key its own length")
  void rc2Keys() {
    HeapHost host = new HeapHost();
    BouncyCastleAnswers answers = new BouncyCastleAnswers(host);
    Bulk content = host.hold("some content".getBytes(US_ASCII));
    for (int bytes : new int[] {5, 8, 16, 24}) {
      byte[] key = new byte[bytes];
      host.random(key);
      Bulk ciphertext =
          answers.answer(
              new Ask.EncryptContent(ContentCipher.RC2_40_CBC, key, new byte[8], content));
      EncryptedContent encrypted =
          new EncryptedContent(
              "1.2.840.113549.1.7.1",
              new AlgorithmIdentifier(
                  new ASN1ObjectIdentifier(ContentCipher.RC2_40_CBC.oid()),
                  sequence(new ASN1Integer(160), octets(8))),
              ciphertext,
              null);
      assertArrayEquals(content.read(), answers.run(encrypted.decrypt(key)).read());
    }
  }

  @Test
  @DisplayName("are for CAST5 a vector with a default and a key length, or a vector alone")
  void cast5() {
    ContentCipher cast5 = ContentCipher.CAST5_CBC;
    assertEquals(List.of(16), read(cast5, octets(8)).keySizes());
    assertEquals(List.of(5), read(cast5, sequence(octets(8), new ASN1Integer(40))).keySizes());
    ContentAlgorithm defaults = read(cast5, sequence(new ASN1Integer(128)));
    assertEquals(List.of(16), defaults.keySizes());
    assertArrayEquals(new byte[8], defaults.iv());
    for (int bits : new int[] {-8, 0, 32, 41, 136}) {
      malformed(cast5, sequence(octets(8), new ASN1Integer(bits)));
    }
    malformed(cast5, sequence());
    malformed(cast5, sequence(octets(7), new ASN1Integer(128)));
    malformed(cast5, null);
    malformed(cast5, DERNull.INSTANCE);
  }

  @ParameterizedTest
  @CsvSource({
    "AES_128_GCM, 12 13 14 15 16, 1 6 7 8 12 13 14 16 256",
    "AES_256_CCM, 4 6 8 10 12 14 16, 7 8 12 13"
  })
  @DisplayName("are for GCM and CCM a nonce and the length of the tag, 12 where none is said")
  void sealed(ContentCipher cipher, String tags, String nonces) {
    assertEquals(12, read(cipher, sequence(octets(12))).tagBytes());
    for (int tag = -1; tag <= 20; tag++) {
      ASN1Encodable parameters = sequence(octets(12), new ASN1Integer(tag));
      if (List.of(tags.split(" ")).contains("" + tag)) {
        ContentAlgorithm read = read(cipher, parameters);
        assertEquals(tag, read.tagBytes());
        assertEquals(tag >= 8, read.convincing());
      } else {
        malformed(cipher, parameters);
      }
    }
    for (int nonce : new int[] {0, 1, 6, 7, 8, 12, 13, 14, 16, 256, 257}) {
      ASN1Encodable parameters = sequence(octets(nonce), new ASN1Integer(16));
      if (List.of(nonces.split(" ")).contains("" + nonce)) {
        assertEquals(nonce, read(cipher, parameters).iv().length);
      } else {
        malformed(cipher, parameters);
      }
    }
    malformed(cipher, octets(12));
    malformed(cipher, null);
    malformed(cipher, sequence());
    malformed(cipher, sequence(octets(12), new ASN1Integer(16), DERNull.INSTANCE));
  }

  @Test
  @DisplayName("are for a key that is bound to its cipher that cipher, and no other such binding")
  void derived() {
    AlgorithmIdentifier inner =
        new AlgorithmIdentifier(
            new ASN1ObjectIdentifier(ContentCipher.AES_128_CBC.oid()), octets(16));
    ASN1ObjectIdentifier binding = new ASN1ObjectIdentifier(ContentAlgorithm.DERIVED_KEY);
    AlgorithmIdentifier bound = new AlgorithmIdentifier(binding, inner);
    assertEquals(ContentCipher.AES_128_CBC, ContentAlgorithm.read(bound).cipher());
    SmimeException error =
        assertThrows(
            SmimeException.class,
            () -> ContentAlgorithm.read(new AlgorithmIdentifier(binding, bound)));
    assertEquals(ErrorCode.UNSUPPORTED_ALGORITHM, error.code());
  }
}
