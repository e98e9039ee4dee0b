package dev.signet.engine.encrypt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.Policy;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.bc.BouncyCastleAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Step;
import dev.signet.engine.sign.GnuPg;
import dev.signet.engine.sign.Mail;
import dev.signet.engine.sign.MessageSigner;
import dev.signet.engine.sign.NssDatabase;
import dev.signet.engine.sign.Unlocked;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine encrypts, decrypted by OpenSSL, NSS and GnuPG. */
class MessageEncrypterTest {
  private static final HeapHost HOST = new HeapHost();
  private static final BouncyCastleAnswers ANSWERS = new BouncyCastleAnswers(HOST);
  private static final long NOW = System.currentTimeMillis();

  @TempDir static Path folder;
  private static TestCa root;
  private static Identity bob;
  private static NssDatabase nss;

  @BeforeAll
  static void issue() {
    root = TestCa.root(folder, "root");
    bob = root.issue("bob", Leaf.rsa("bob@example.org"));
    nss = new NssDatabase(folder);
    nss.trust(root.certificate());
    nss.importKey(bob.p12("secret"), "secret");
  }

  private static byte[] encrypt(byte[] message, ContentCipher cipher, Identity... recipients) {
    List<MailCertificate> certificates = new ArrayList<>();
    for (Identity recipient : recipients) {
      certificates.add(MailCertificate.of(recipient.certificateDer()));
    }
    Step<Bulk> step =
        Encrypting.to(HOST, HOST.hold(message), certificates, cipher, Policy.DEFAULT, NOW);
    return ANSWERS.run(step).read();
  }

  /** What OpenSSL decrypts with a recipient's key. */
  private static byte[] decrypted(byte[] encrypted, Identity recipient) throws IOException {
    Path file = Files.createTempFile(folder, "encrypted", ".eml");
    Files.write(file, encrypted);
    return OpenSsl.run(
        folder,
        "cms",
        "-decrypt",
        "-binary",
        "-in",
        file.toString(),
        "-recip",
        recipient.certificate().toString(),
        "-inkey",
        recipient.key().toString());
  }

  static byte[] cms(byte[] encrypted) {
    String text = new String(encrypted, StandardCharsets.ISO_8859_1);
    return Base64.getMimeDecoder().decode(text.substring(text.indexOf("\r\n\r\n") + 4));
  }

  static Stream<Mail> mails() {
    return Mail.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mails")
  void openSslAndNssDecryptEveryMailToTheByte(Mail mail) throws IOException {
    byte[] encrypted = encrypt(mail.message(), ContentCipher.AES_256_CBC, bob);
    assertArrayEquals(mail.enclosed(), decrypted(encrypted, bob));
    assertArrayEquals(mail.enclosed(), nss.content(cms(encrypted), null));
  }

  @ParameterizedTest
  @EnumSource(names = {"AES_128_CBC", "AES_192_CBC", "AES_256_CBC"})
  void everyCipherThatIsOfferedIsRead(ContentCipher cipher) throws IOException {
    Mail mail = Mail.plain();
    byte[] encrypted = encrypt(mail.message(), cipher, bob);
    assertArrayEquals(mail.enclosed(), decrypted(encrypted, bob));
    assertArrayEquals(mail.enclosed(), nss.content(cms(encrypted), null));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 15, 16, 17, 70_000})
  void everyLengthOfContentIsRead(int length) throws IOException {
    byte[] header = Mail.octets("Content-Type: text/plain\r\n\r\n");
    byte[] message = new byte[header.length + length];
    System.arraycopy(header, 0, message, 0, header.length);
    Arrays.fill(message, header.length, message.length, (byte) 'x');
    byte[] encrypted = encrypt(message, ContentCipher.AES_256_CBC, bob);
    assertArrayEquals(message, decrypted(encrypted, bob));
  }

  @Test
  void everyRecipientReadsItAndIsNamedOnce() throws IOException {
    Identity carol = root.issue("carol", Leaf.rsa("carol@example.org").withKey("RSA:3072"));
    Identity dave = root.authority("below").issue("dave", Leaf.rsa("dave@example.org"));
    Mail mail = Mail.plain();
    byte[] encrypted =
        encrypt(mail.message(), ContentCipher.AES_256_CBC, carol, bob, carol, dave, bob);
    for (Identity each : List.of(bob, carol, dave)) {
      assertArrayEquals(mail.enclosed(), decrypted(encrypted, each));
    }
    assertEquals(3, structure(encrypted).split("d.ktri:", -1).length - 1);
  }

  private static String structure(byte[] encrypted) throws IOException {
    Path file = Files.write(folder.resolve("structure.eml"), encrypted);
    byte[] text = OpenSsl.run(folder, "cms", "-cmsout", "-print", "-noout", "-in", file.toString());
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  @Test
  void keyAndVectorAreNewEachTime() throws IOException {
    byte[] first = encrypt(Mail.plain().message(), ContentCipher.AES_256_CBC, bob);
    byte[] second = encrypt(Mail.plain().message(), ContentCipher.AES_256_CBC, bob);
    String one = structure(first).replaceAll("(?s).*contentEncryptionAlgorithm", "");
    String other = structure(second).replaceAll("(?s).*contentEncryptionAlgorithm", "");
    assertTrue(one.contains("aes-256-cbc"), one);
    assertNotEquals(one.lines().limit(4).toList(), other.lines().limit(4).toList());
  }

  @Test
  void onlyTheFieldsOfTheMailStayReadable() {
    String message =
        "Subject: seen\r\nContent-Type: text/x-hidden\r\nTo: b@example.org\r\n\r\nhidden\r\n";
    String encrypted =
        new String(
            encrypt(Mail.octets(message), ContentCipher.AES_256_CBC, bob),
            StandardCharsets.ISO_8859_1);
    assertTrue(
        encrypted.startsWith(
            "Subject: seen\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data;\r\n"
                + " name=\"smime.p7m\"\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"smime.p7m\"\r\n\r\n"),
        encrypted);
    assertFalse(encrypted.contains("hidden"));
  }

  @ParameterizedTest(name = "opaque {0}")
  @CsvSource({"false", "true"})
  void openSslReadsWhatIsSignedAndThenEncrypted(boolean opaque) throws IOException {
    Identity alice = root.issue("alice", Leaf.ec("alice@example.org"));
    Mail mail = Mail.plain();
    Bulk signed =
        ANSWERS.run(
            new MessageSigner(HOST)
                .sign(
                    HOST.hold(mail.message()),
                    Unlocked.of(alice),
                    opaque,
                    DigestAlgorithm.SHA256,
                    NOW));
    byte[] inner = decrypted(encrypt(signed.read(), ContentCipher.AES_256_CBC, bob), bob);
    String text = new String(inner, StandardCharsets.ISO_8859_1);
    assertTrue(text.startsWith("Content-Type: "), text);
    assertFalse(text.contains("Subject:"), text);
    Path file = Files.write(folder.resolve("inner.eml"), inner);
    byte[] read =
        OpenSsl.run(folder, "cms", "-verify", "-in", file.toString(), "-CAfile", "root.pem");
    assertArrayEquals(mail.enclosed(), read);
  }

  @Test
  void gnuPgDecrypts() throws IOException {
    Mail mail = Mail.plain();
    byte[] encrypted = encrypt(mail.message(), ContentCipher.AES_256_CBC, bob);
    Path file = Files.write(folder.resolve("encrypted.der"), cms(encrypted));
    try (GnuPg gnupg = new GnuPg()) {
      gnupg.importKey(bob, "secret");
      assertArrayEquals(mail.enclosed(), gnupg.decrypt(file, "secret"));
    }
  }
}
