package dev.signet.engine.open;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signet.engine.EngineSettings;
import dev.signet.engine.Judging;
import dev.signet.engine.KeyEncryptionKey;
import dev.signet.engine.OpenOptions;
import dev.signet.engine.Policy;
import dev.signet.engine.SmimeEngine;
import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.report.OpenedMessage;
import dev.signet.engine.report.StatusCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The memory of an encrypted mail is given back")
class ReleasedTest {
  private static final byte[] KEY = new byte[32];
  private static final byte[] OTHER = "another key of thirty-two octets".getBytes(US_ASCII);
  private static final byte[] ENTITY =
      "Content-Type: text/plain\r\n\r\nText\r\n".getBytes(US_ASCII);

  @TempDir Path folder;
  private final HeapHost host = new HeapHost();

  private Bulk mail(byte[] entity) {
    return host.hold(EncryptedDataMail.of(entity, folder, "aes-256-cbc", KEY));
  }

  private OpenedMessage open(Bulk mail, byte[] key) {
    KeyEncryptionKey held = new KeyEncryptionKey(new byte[0], key);
    OpenOptions options = new OpenOptions(Judging.at(0), List.of(), List.of(held), List.of());
    SmimeEngine engine = new SmimeEngine(host, new EngineSettings(List.of(), true, Policy.DEFAULT));
    return RareAnswers.withCommon(host).run(engine.open(mail, options));
  }

  @Test
  @DisplayName("as soon as it is decrypted; what was decrypted stays")
  void decrypted() {
    Bulk mail = mail(ENTITY);
    OpenedMessage opened = open(mail, KEY);
    assertEquals(StatusCode.DECRYPTED, opened.status().code());
    assertArrayEquals(ENTITY, opened.content().read());
    assertThrows(IllegalStateException.class, mail::read);
  }

  @Test
  @DisplayName("also where what was decrypted cannot be read: that is handed out")
  void malformedInside() {
    byte[] damaged =
        ("Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\nMIIx\r\n")
            .getBytes(US_ASCII);
    OpenedMessage opened = open(mail(damaged), KEY);
    assertEquals(StatusCode.MALFORMED, opened.status().code());
    assertArrayEquals(damaged, opened.content().read());
  }

  @Test
  @DisplayName("but not before: a mail that no key opens can still be read")
  void noKey() {
    Bulk mail = mail(ENTITY);
    byte[] before = mail.read();
    assertEquals(StatusCode.DECRYPTION_FAILED, open(mail, OTHER).status().code());
    assertArrayEquals(before, mail.read());
  }
}
