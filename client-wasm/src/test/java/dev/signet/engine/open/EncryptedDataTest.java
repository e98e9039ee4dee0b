package dev.signet.engine.open;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.signet.engine.EngineSettings;
import dev.signet.engine.Judging;
import dev.signet.engine.KeyEncryptionKey;
import dev.signet.engine.OpenOptions;
import dev.signet.engine.Policy;
import dev.signet.engine.SmimeEngine;
import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.report.Layer;
import dev.signet.engine.report.OpenedMessage;
import dev.signet.engine.report.StatusCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Encrypted data under a key that both sides know")
class EncryptedDataTest {
  private static final byte[] ENTITY =
      "Content-Type: text/plain\r\n\r\nNobody in particular may read this.\r\n".getBytes(US_ASCII);
  private static final byte[] NOBODY = {};

  @TempDir Path folder;
  private final HeapHost host = new HeapHost();
  private final SmimeEngine engine =
      new SmimeEngine(host, new EngineSettings(List.of(), true, Policy.DEFAULT));

  private byte[] mail(String cipher, byte[] key) {
    return EncryptedDataMail.of(ENTITY, folder, cipher, key);
  }

  private OpenedMessage open(byte[] mail, KeyEncryptionKey... keys) {
    OpenOptions options = new OpenOptions(Judging.at(0), List.of(), List.of(keys), List.of());
    return RareAnswers.withCommon(host).run(engine.open(host.hold(mail), options));
  }

  private static KeyEncryptionKey key(byte[] identifier, byte[] key) {
    return new KeyEncryptionKey(identifier, key);
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    host.random(bytes);
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({"aes128, 16", "aes192, 24", "aes256, 32", "des3, 24"})
  @DisplayName("opens with the right one among several, and is not authenticated")
  void opens(String cipher, int bytes) {
    byte[] key = random(bytes);
    OpenedMessage opened =
        open(
            mail(cipher, key),
            key(NOBODY, random(bytes)),
            key(NOBODY, random(7)),
            key(NOBODY, key),
            key(new byte[] {1}, random(bytes)));
    assertEquals(StatusCode.DECRYPTED, opened.status().code());
    assertEquals(List.of(Layer.ENCRYPTED_DATA), opened.layers());
    assertArrayEquals(ENTITY, opened.content().read());
    assertEquals(false, opened.encryption().authenticated());
    assertNull(opened.encryption().key());
  }

  @Test
  @DisplayName("fails in one way with wrong ones, and asks for a key where there is none for it")
  void fails() {
    byte[] key = random(16);
    byte[] mail = mail("aes128", key);
    List<KeyEncryptionKey> wrong = new ArrayList<>();
    // One wrong key in 256 leaves padding that happens to be right.
    for (int i = 0; i < 600; i++) {
      wrong.add(key(NOBODY, random(16)));
    }
    OpenedMessage opened = open(mail, wrong.toArray(new KeyEncryptionKey[0]));
    assertEquals(StatusCode.DECRYPTION_FAILED, opened.status().code());
    assertNull(opened.content());
    assertEquals(StatusCode.NO_KEY, open(mail).status().code());
    assertEquals(StatusCode.NO_KEY, open(mail, key(new byte[] {1}, key)).status().code());
  }
}
