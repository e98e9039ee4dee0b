package dev.signet.engine.port.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KemAlgorithm;
import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.KeyWrap;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.heap.HeapBulk;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Answer;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Written as octet strings and read again")
class RoundTripTest {
  /** RFC 8410 section 10.3. */
  private static final PrivateKey KEY =
      PrivateKey.of(
          Hex.decode(
              "302e020100300506032b657004220420"
                  + "d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842"));

  private static final Host HOST = new HeapHost();

  private static byte[] octets(String text) {
    return text.getBytes(US_ASCII);
  }

  private static Bulk bulk(String text) {
    return HOST.hold(octets(text));
  }

  static Stream<Ask<?>> asks() {
    DigestAlgorithm sha = DigestAlgorithm.SHA512_256;
    SignatureScheme pss =
        new SignatureScheme(SignatureScheme.Algorithm.RSA_PSS, sha, DigestAlgorithm.SHA1, 20);
    SignatureScheme plain = new SignatureScheme(SignatureScheme.Algorithm.ED448, null);
    KeyTransport oaep = new KeyTransport.Oaep(sha, DigestAlgorithm.SHA3_224, octets("label"));
    ContentCipher cbc = ContentCipher.RC2_40_CBC;
    ContentCipher gcm = ContentCipher.AES_192_GCM;
    KeyDerivationFunction hkdf =
        new KeyDerivationFunction(KeyDerivationFunction.Kind.HKDF, DigestAlgorithm.SHAKE128);
    return Stream.of(
        new Ask.Digest(sha, bulk("content")),
        new Ask.Hmac(sha, octets("key"), bulk("content")),
        new Ask.Pbkdf2(sha, octets("password"), octets("salt"), 600_000, 32),
        new Ask.Pkcs12Kdf(sha, octets("password"), octets("salt"), 2_000_000_000, 3, 20),
        new Ask.Pbkdf1(DigestAlgorithm.MD2, octets("password"), octets("salt"), 2000, 16),
        new Ask.Scrypt(octets("password"), octets(""), 16_384, 8, 1, 64),
        new Ask.DeriveKey(hkdf, octets("secret"), octets("salt"), octets("info"), 16),
        new Ask.DeriveKey(hkdf, octets("secret"), octets(""), octets("info"), 16),
        new Ask.DeriveKey(hkdf, octets("secret"), null, octets("info"), 16),
        new Ask.DecryptContent(cbc, octets("key"), octets("iv"), bulk("ciphertext")),
        new Ask.EncryptContent(cbc, octets("key"), octets("iv"), bulk("content")),
        new Ask.OpenSealed(
            gcm, octets("key"), octets("nonce"), octets("aad"), bulk("content"), octets("tag")),
        new Ask.Seal(gcm, octets("key"), octets("nonce"), octets(""), bulk("content")),
        new Ask.Inflate(bulk("compressed"), -1),
        new Ask.Sign(KEY, pss, octets("message")),
        new Ask.Verify(octets("public key"), plain, octets("message"), octets("signature")),
        new Ask.UnwrapKey(KEY, oaep, octets("encrypted"), 16),
        new Ask.UnwrapKey(KEY, new KeyTransport.Pkcs1(), octets("encrypted"), 16),
        new Ask.WrapKey(octets("public key"), oaep, octets("content key")),
        new Ask.Agree(KEY, octets("public key")),
        new Ask.AgreeEphemerally(octets("public key")),
        new Ask.Decapsulate(KEY, KemAlgorithm.ML_KEM_768, octets("ciphertext")),
        new Ask.Encapsulate(octets("public key"), KemAlgorithm.RSA_KEM),
        new Ask.UnwrapWithKey(KeyWrap.DES_EDE3, octets("key"), octets("wrapped")),
        new Ask.UnwrapWithPassword(
            ContentCipher.AES_192_CBC, octets("key"), octets("iv"), octets("wrapped")),
        new Ask.WrapWithKey(KeyWrap.AES_192, octets("key"), octets("content key")),
        new Ask.PublicKeyOf(KEY));
  }

  private static List<Bulk> write(Ask<?> ask) {
    return AskWriter.write(ask, HOST::hold);
  }

  /** The same kind with the same fields. */
  private static void assertSameFields(Object expected, Object actual) {
    if (expected instanceof byte[] octets) {
      assertArrayEquals(octets, assertInstanceOf(byte[].class, actual));
    } else if (expected instanceof PrivateKey key) {
      assertArrayEquals(key.pkcs8(), assertInstanceOf(PrivateKey.class, actual).pkcs8());
    } else if (expected instanceof Record && !(expected instanceof KeyTransport)) {
      assertSame(expected.getClass(), actual.getClass());
      for (RecordComponent component : expected.getClass().getRecordComponents()) {
        assertSameFields(field(component, expected), field(component, actual));
      }
    } else if (expected instanceof Bulk) {
      assertSame(expected, actual, "bulk content is not copied");
    } else {
      assertEquals(expected, actual);
    }
  }

  private static Object field(RecordComponent component, Object owner) {
    try {
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Nested
  @DisplayName("an ask")
  class Asks {
    static Stream<Ask<?>> asks() {
      return RoundTripTest.asks();
    }

    @ParameterizedTest
    @MethodSource("asks")
    @DisplayName("is the same, its bulk content not copied")
    void same(Ask<?> ask) {
      assertSameFields(ask, AskReader.read(write(ask), PrivateKey::of));
    }

    @ParameterizedTest
    @MethodSource("asks")
    @DisplayName("is refused when an item is missing or is one too many")
    void strict(Ask<?> ask) {
      List<Bulk> list = write(ask);
      for (int length = 0; length < list.size(); length++) {
        if (ask instanceof Ask.DeriveKey derive && derive.salt() != null && length == 6) {
          continue; // The salt is the one field that may be missing.
        }
        List<Bulk> shorter = list.subList(0, length);
        assertThrows(SmimeException.class, () -> AskReader.read(shorter, PrivateKey::of));
      }
      List<Bulk> longer = new ArrayList<>(list);
      longer.add(bulk("more"));
      longer.add(bulk("more"));
      assertThrows(SmimeException.class, () -> AskReader.read(longer, PrivateKey::of));
    }

    @Test
    @DisplayName("of every kind but those that only the host answers has a form")
    void complete() {
      Set<Class<?>> kinds = new HashSet<>(Arrays.asList(Ask.class.getPermittedSubclasses()));
      kinds.removeAll(Set.of(Ask.Progress.class, Ask.AskResponder.class));
      assertEquals(kinds, asks().map(Object::getClass).collect(Collectors.toSet()));
      assertThrows(IllegalArgumentException.class, () -> write(new Ask.Progress(1, 2)));
      assertThrows(
          IllegalArgumentException.class,
          () -> write(new Ask.AskResponder("http://ocsp.example.org", new byte[1])));
    }
  }

  @Nested
  @DisplayName("an answer")
  class AnAnswer {
    private void assertSameAnswer(Ask<?> ask, Object value) {
      List<Bulk> list = AnswerWriter.write(Answer.of(value), HOST::hold);
      assertSameFields(value, AnswerReader.read(ask, list).value());
      List<Bulk> longer = new ArrayList<>(list);
      longer.add(bulk("more"));
      assertThrows(SmimeException.class, () -> AnswerReader.read(ask, longer).value());
      for (int length = 0; length < list.size(); length++) {
        List<Bulk> shorter = list.subList(0, length);
        assertThrows(SmimeException.class, () -> AnswerReader.read(ask, shorter).value());
      }
    }

    @Test
    @DisplayName("is the same, whatever was asked")
    void same() {
      byte[] some = octets("some");
      asks()
          .forEach(
              ask -> {
                if (ask instanceof Ask.Verify) {
                  assertSameAnswer(ask, true);
                  assertSameAnswer(ask, false);
                } else if (ask instanceof Ask.AgreeEphemerally) {
                  assertSameAnswer(ask, new Ask.Agreement(some, octets("secret")));
                } else if (ask instanceof Ask.Encapsulate) {
                  assertSameAnswer(ask, new Ask.Encapsulation(some, octets("secret")));
                } else if (AnswerReader.bulk(ask)) {
                  assertSameAnswer(ask, bulk("content"));
                } else {
                  assertSameAnswer(ask, some);
                }
              });
    }

    @Test
    @DisplayName("that is an error has its code, its message and its details")
    void failure() {
      Ask<?> ask = new Ask.PublicKeyOf(KEY);
      for (ErrorCode code : ErrorCode.values()) {
        SmimeException error = new SmimeException(code, "why", Map.of("oid", "1.2.3"));
        SmimeException read =
            assertThrows(
                SmimeException.class,
                () ->
                    AnswerReader.read(ask, AnswerWriter.write(Answer.failed(error), HOST::hold))
                        .value());
        assertEquals(code, read.code());
        assertEquals("why", read.getMessage());
        assertEquals(Map.of("oid", "1.2.3"), read.details());
      }
    }

    @Test
    @DisplayName("that is none is an internal error")
    void damaged() {
      for (List<Bulk> list :
          List.of(
              List.<Bulk>of(),
              List.of(bulk("perhaps"), bulk("value")),
              List.of(bulk("failed"), bulk("no-such-code"), bulk("why")))) {
        SmimeException error =
            assertThrows(
                SmimeException.class,
                () -> AnswerReader.read(new Ask.PublicKeyOf(KEY), list).value());
        assertEquals(ErrorCode.INTERNAL_ERROR, error.code());
      }
    }
  }

  @Nested
  @DisplayName("an ask that is answered on the other side")
  class OtherSide {
    private Answer through(Ask<?> ask) {
      return AnswerReader.read(ask, other(write(ask)));
    }

    private List<Bulk> other(List<Bulk> ask) {
      return AnswerWriter.answer(ask, PrivateKey::of, RareAnswers.withCommon(HOST), HOST::hold);
    }

    @Test
    @DisplayName("has the value that it has on this side")
    void value() {
      Ask<byte[]> ask = new Ask.Digest(DigestAlgorithm.SHA256, new HeapBulk(octets("abc")));
      assertEquals(
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
          Hex.toHexString((byte[]) through(ask).value()));
    }

    @Test
    @DisplayName("has the error that it has on this side")
    void error() {
      Ask<?> ask =
          new Ask.DecryptContent(
              ContentCipher.AES_128_CBC, new byte[16], new byte[16], bulk("not a block"));
      SmimeException error = assertThrows(SmimeException.class, () -> through(ask).value());
      assertEquals(ErrorCode.MALFORMED_MESSAGE, error.code());
    }

    @Test
    @DisplayName("ends in an error of a defined kind when it is damaged, or holds no key")
    void damaged() {
      for (List<Bulk> list :
          List.of(
              List.<Bulk>of(),
              List.of(bulk("no such ask")),
              List.of(bulk("publicKeyOf"), bulk("no key")),
              List.of(bulk("inflate"), bulk(""), bulk("many")))) {
        assertEquals("failed", new String(other(list).get(0).read(), US_ASCII));
      }
    }
  }
}
