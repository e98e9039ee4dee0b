package dev.signet.engine.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.testing.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Authenticated encryption")
class SealedContentTest {
  private static final byte[] NOTHING = {};

  private final HeapHost host = new HeapHost();
  private final BouncyCastleAnswers answers = new BouncyCastleAnswers(host);

  @ParameterizedTest
  @ValueSource(strings = {"aes_gcm_test", "aes_ccm_test", "chacha20_poly1305_test"})
  @DisplayName("agrees with Wycheproof, and gives one error for whatever is wrong")
  void wycheproof(String file) {
    int valid = 0;
    int invalid = 0;
    for (JsonNode group : Vectors.wycheproof(file).get("testGroups")) {
      int tagBytes = group.get("tagSize").asInt() / 8;
      ContentCipher cipher =
          file.startsWith("aes")
              ? ContentCipher.valueOf(
                  "AES_" + group.get("keySize").asInt() + (file.contains("gcm") ? "_GCM" : "_CCM"))
              : ContentCipher.CHACHA20_POLY1305;
      for (JsonNode test : group.get("tests")) {
        String name = file + " " + test.get("tcId") + " " + test.get("comment");
        Ask.OpenSealed ask =
            new Ask.OpenSealed(
                cipher,
                bytes(test, "key"),
                bytes(test, "iv"),
                bytes(test, "aad"),
                host.hold(bytes(test, "ct")),
                bytes(test, "tag"));
        if (test.get("result").asText().equals("valid")) {
          valid++;
          assertArrayEquals(bytes(test, "msg"), answers.answer(ask).read(), name);
          if (tagBytes == 16) {
            Bulk content = host.hold(bytes(test, "msg"));
            assertArrayEquals(
                joined(bytes(test, "ct"), bytes(test, "tag")),
                answers
                    .answer(new Ask.Seal(cipher, ask.key(), ask.nonce(), ask.associated(), content))
                    .read(),
                name);
          }
        } else {
          invalid++;
          undecryptable(ask, name);
        }
      }
    }
    assertTrue(valid > 100 && invalid > 50, valid + " valid, " + invalid + " invalid");
  }

  @ParameterizedTest
  @EnumSource(
      value = ContentCipher.class,
      names = {"AES_192_GCM", "AES_128_CCM", "AES_256_CCM", "CHACHA20_POLY1305"})
  @DisplayName("opens across chunks what it sealed, and nothing once a bit of anything is changed")
  void acrossChunks(ContentCipher cipher) {
    byte[] key = random(cipher.keyBytes());
    byte[] nonce = random(12);
    byte[] associated = random(300);
    for (int length : new int[] {0, 1, 15, 16, 17, 262_143, 262_144, 262_145, 600_001}) {
      byte[] content = random(length);
      byte[] sealed =
          answers.answer(new Ask.Seal(cipher, key, nonce, associated, host.hold(content))).read();
      assertEquals(length + 16, sealed.length);
      assertArrayEquals(
          content, answers.answer(ask(cipher, key, nonce, associated, sealed)).read());
      List<Ask.OpenSealed> wrong = new ArrayList<>();
      wrong.add(ask(cipher, flipped(key, 3), nonce, associated, sealed));
      wrong.add(ask(cipher, key, flipped(nonce, 3), associated, sealed));
      wrong.add(ask(cipher, key, nonce, flipped(associated, 299), sealed));
      wrong.add(ask(cipher, key, nonce, NOTHING, sealed));
      wrong.add(ask(cipher, key, nonce, associated, flipped(sealed, 0)));
      wrong.add(ask(cipher, key, nonce, associated, flipped(sealed, sealed.length / 2)));
      wrong.add(ask(cipher, key, nonce, associated, flipped(sealed, sealed.length - 1)));
      for (Ask.OpenSealed each : wrong) {
        undecryptable(each, cipher + " " + length);
      }
    }
  }

  @Test
  @DisplayName("holds nothing of a content whose tag is wrong")
  void releasesNothing() {
    List<Integer> held = new ArrayList<>();
    HeapHost counting = new HeapHost();
    dev.signet.engine.port.Host watched =
        new dev.signet.engine.port.Host() {
          @Override
          public Bulk hold(byte[] bytes) {
            held.add(bytes.length);
            return counting.hold(bytes);
          }

          @Override
          public Bulk concat(List<Bulk> parts) {
            return counting.concat(parts);
          }

          @Override
          public Bulk decodeBase64(Bulk text) {
            throw new AssertionError();
          }

          @Override
          public Bulk encodeBase64(Bulk bytes) {
            throw new AssertionError();
          }

          @Override
          public Bulk canonicalLineEnds(Bulk text) {
            throw new AssertionError();
          }

          @Override
          public void random(byte[] target) {
            throw new AssertionError();
          }
        };
    for (ContentCipher cipher :
        Set.of(
            ContentCipher.AES_256_GCM,
            ContentCipher.AES_256_CCM,
            ContentCipher.CHACHA20_POLY1305)) {
      byte[] sealed = new byte[700_000];
      Ask.OpenSealed ask = ask(cipher, new byte[32], new byte[12], NOTHING, sealed);
      assertThrows(SmimeException.class, () -> new BouncyCastleAnswers(watched).answer(ask));
    }
    assertEquals(List.of(), held);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8, 9, 10, 11, 12, 13})
  @DisplayName(
      "in CCM agrees with Bouncy Castle's for every nonce, tag and length of associated data")
  void ccm(int nonceBytes) throws Exception {
    byte[] key = random(24);
    byte[] nonce = random(nonceBytes);
    for (int tagBytes = 4; tagBytes <= 16; tagBytes += 2) {
      for (int associatedBytes : new int[] {0, 1, 14, 15, 0xfeff, 0xff00, 70_000}) {
        byte[] associated = random(associatedBytes);
        byte[] content = random(1000 + associatedBytes % 7);
        CCMBlockCipher theirs = new CCMBlockCipher(AESEngine.newInstance());
        theirs.init(
            true, new AEADParameters(new KeyParameter(key), 8 * tagBytes, nonce, associated));
        byte[] sealed = theirs.processPacket(content, 0, content.length);
        int end = sealed.length - tagBytes;
        Ask.OpenSealed ask =
            new Ask.OpenSealed(
                ContentCipher.AES_192_CCM,
                key,
                nonce,
                associated,
                host.hold(Arrays.copyOf(sealed, end)),
                Arrays.copyOfRange(sealed, end, sealed.length));
        assertArrayEquals(content, answers.answer(ask).read());
      }
    }
  }

  @Test
  @DisplayName("refuses lengths that no cipher has with the same error")
  void lengths() {
    byte[] key = new byte[32];
    Bulk empty = host.hold(NOTHING);
    for (int[] each : new int[][] {{0, 16}, {12, 0}, {12, 4}, {12, 8}, {12, 11}, {12, 17}}) {
      undecryptable(
          new Ask.OpenSealed(
              ContentCipher.AES_256_GCM, key, new byte[each[0]], NOTHING, empty, new byte[each[1]]),
          "GCM " + Arrays.toString(each));
    }
    for (int[] each :
        new int[][] {{6, 16}, {14, 16}, {0, 16}, {12, 0}, {12, 2}, {12, 5}, {12, 18}}) {
      undecryptable(
          new Ask.OpenSealed(
              ContentCipher.AES_256_CCM, key, new byte[each[0]], NOTHING, empty, new byte[each[1]]),
          "CCM " + Arrays.toString(each));
    }
    undecryptable(
        new Ask.OpenSealed(
            ContentCipher.AES_256_CCM,
            key,
            new byte[13],
            NOTHING,
            host.hold(new byte[65_536]),
            new byte[16]),
        "more than a length of two octets can say");
    undecryptable(
        new Ask.OpenSealed(
            ContentCipher.CHACHA20_POLY1305, key, new byte[8], NOTHING, empty, new byte[16]),
        "ChaCha20 with a short nonce");
    undecryptable(
        new Ask.OpenSealed(
            ContentCipher.AES_256_CBC, key, new byte[16], NOTHING, empty, new byte[16]),
        "no authenticated cipher at all");
  }

  private void undecryptable(Ask.OpenSealed ask, String name) {
    SmimeException error = assertThrows(SmimeException.class, () -> answers.answer(ask), name);
    assertEquals(ErrorCode.MALFORMED_MESSAGE, error.code(), name);
    assertEquals("the content cannot be decrypted", error.getMessage(), name);
    assertTrue(error.details().isEmpty(), name);
  }

  private Ask.OpenSealed ask(
      ContentCipher cipher, byte[] key, byte[] nonce, byte[] associated, byte[] sealed) {
    int end = sealed.length - 16;
    return new Ask.OpenSealed(
        cipher,
        key,
        nonce,
        associated,
        host.hold(Arrays.copyOf(sealed, end)),
        Arrays.copyOfRange(sealed, end, sealed.length));
  }

  private static byte[] flipped(byte[] octets, int at) {
    byte[] copy = octets.clone();
    copy[at] ^= 1;
    return copy;
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    host.random(bytes);
    return bytes;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] whole = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, whole, first.length, second.length);
    return whole;
  }

  private static byte[] bytes(JsonNode test, String name) {
    return Hex.decode(test.get(name).asText());
  }
}
