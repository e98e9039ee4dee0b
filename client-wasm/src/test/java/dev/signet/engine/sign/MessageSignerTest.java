package dev.signet.engine.sign;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.bc.BouncyCastleAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.testing.CommandLine;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine signs, read by OpenSSL. */
class MessageSignerTest {
  private static final HeapHost HOST = new HeapHost();
  private static final BouncyCastleAnswers ANSWERS = new BouncyCastleAnswers(HOST);

  private static final long NOW = System.currentTimeMillis();

  @TempDir static Path folder;
  private static TestCa root;
  private static UnlockedKey alice;

  @BeforeAll
  static void issue() {
    root = TestCa.root(folder, "root");
    alice = Unlocked.of(root.issue("alice", Leaf.rsa("alice@example.org")));
  }

  private static byte[] sign(
      byte[] message, UnlockedKey key, boolean opaque, DigestAlgorithm digest) {
    return ANSWERS
        .run(new MessageSigner(HOST).sign(HOST.hold(message), key, opaque, digest, NOW))
        .read();
  }

  /** The content of a signature that OpenSSL found good. */
  private static byte[] verified(byte[] signed) throws IOException {
    Path file = Files.createTempFile(folder, "signed", ".eml");
    Files.write(file, signed);
    byte[] read =
        OpenSsl.run(folder, "cms", "-verify", "-in", file.toString(), "-CAfile", "root.pem");
    Detached detached = Detached.of(signed);
    if (detached == null) {
      return read;
    }
    // Reading a multipart, OpenSSL brings line ends into order by itself. So once more to the byte:
    Path content = Files.write(folder.resolve("content.bin"), detached.content());
    Path signature = Files.write(folder.resolve("signature.der"), detached.signature());
    return OpenSsl.run(
        folder,
        "cms",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-in",
        signature.toString(),
        "-content",
        content.toString(),
        "-CAfile",
        "root.pem");
  }

  static Stream<Arguments> mails() {
    return Mail.all()
        .flatMap(mail -> Stream.of(Arguments.of(mail, false), Arguments.of(mail, true)));
  }

  @ParameterizedTest(name = "{0}, opaque {1}")
  @MethodSource("mails")
  void openSslVerifiesEveryMailToTheByte(Mail mail, boolean opaque) throws IOException {
    byte[] signed = sign(mail.message(), alice, opaque, DigestAlgorithm.SHA256);
    byte[] expected = opaque ? mail.enclosed() : mail.clear();
    assertEquals(latin1(expected), latin1(verified(signed)));
  }

  @ParameterizedTest(name = "{0} with {1}, opaque {2}")
  @CsvSource({
    "RSA:2048, SHA256, true",
    "RSA:2048, SHA384, false",
    "RSA:2048, SHA512, false",
    "RSA:3072, SHA256, false",
    "RSA:3072, SHA512, true",
    "P-256, SHA256, false",
    "P-256, SHA256, true",
    "P-256, SHA512, true",
    "P-384, SHA384, false",
    "P-384, SHA512, true"
  })
  void openSslVerifiesEveryAlgorithm(String key, DigestAlgorithm digest, boolean opaque)
      throws IOException {
    Leaf leaf = key.startsWith("RSA") ? Leaf.rsa("a@example.org") : Leaf.ec("a@example.org");
    Identity identity = root.issue("signer", leaf.withKey(key));
    Mail mail = Mail.plain();
    byte[] signed = sign(mail.message(), Unlocked.of(identity), opaque, digest);
    assertArrayEquals(mail.clear(), verified(signed));
    String name = digest.name().toLowerCase(Locale.ROOT);
    assertTrue(structure(signed).contains("algorithm: " + name), "digest");
  }

  /** The whole CMS as OpenSSL understands it. */
  private static String structure(byte[] signed) throws IOException {
    Path file = Files.createTempFile(folder, "signed", ".eml");
    Files.write(file, signed);
    byte[] text = OpenSsl.run(folder, "cms", "-cmsout", "-print", "-noout", "-in", file.toString());
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  @Test
  void intermediatesTravelAlongAndTheRootDoesNot() throws IOException {
    TestCa below = root.authority("below");
    Identity carol = below.issue("carol", Leaf.rsa("carol@example.org"));
    MailCertificate intermediate = MailCertificate.of(below.certificateDer());
    MailCertificate anchor = MailCertificate.of(root.certificateDer());
    byte[] signed =
        sign(
            Mail.plain().message(),
            Unlocked.of(carol, intermediate, anchor, intermediate),
            false,
            DigestAlgorithm.SHA256);
    assertArrayEquals(Mail.plain().clear(), verified(signed));
    assertEquals(3, structure(signed).split("d.certificate:", -1).length);
  }

  @Test
  void attributesSayWhatRfc8551AsksFor() throws IOException {
    String text = structure(sign(Mail.plain().message(), alice, true, DigestAlgorithm.SHA256));
    List<String> expected =
        List.of(
            "1.2.840.113549.1.9.3",
            "1.2.840.113549.1.9.4",
            "1.2.840.113549.1.9.5",
            "1.2.840.113549.1.9.15",
            "1.2.840.113549.1.9.16.2.11",
            "1.2.840.113549.1.9.16.2.47",
            "1.2.840.113549.1.9.52");
    List<String> found = new ArrayList<>();
    Matcher attribute =
        Pattern.compile("^ +object: .*\\(([0-9.]+)\\)", Pattern.MULTILINE)
            .matcher(text.substring(text.indexOf("signedAttrs:")));
    while (attribute.find()) {
      found.add(attribute.group(1));
    }
    assertEquals(Set.copyOf(expected), Set.copyOf(found));
    assertEquals(expected.size(), found.size());
  }

  @Test
  void esSigningCertificateIsBoundForCades() throws IOException {
    Path file = folder.resolve("cades.eml");
    Files.write(file, sign(Mail.plain().message(), alice, true, DigestAlgorithm.SHA256));
    OpenSsl.run(folder, "cms", "-verify", "-cades", "-in", file.toString(), "-CAfile", "root.pem");
  }

  @Test
  void oneChangedOctetIsNoticed() throws IOException {
    byte[] signed = sign(Mail.plain().message(), alice, false, DigestAlgorithm.SHA256);
    String changed = latin1(signed).replace("Hello Bob", "Hello Rob");
    Path file = folder.resolve("changed.eml");
    Files.write(file, Mail.octets(changed));
    CommandLine.Outcome outcome =
        OpenSsl.tryRun(folder, "cms", "-verify", "-in", file.toString(), "-CAfile", "root.pem");
    assertFalse(outcome.status() == 0);
  }

  @Test
  void fieldsKeepTheirOrderOutside() {
    String message =
        "Received: one\r\n"
            + " two\r\n"
            + "MIME-Version: 1.0\r\n"
            + "From: a@example.org\r\n"
            + "Content-Type: text/plain\r\n"
            + "mime-version: 1.0\r\n"
            + "Subject: =?utf-8?q?x?=\r\n\r\n"
            + "Hi\r\n";
    String signed = latin1(sign(Mail.octets(message), alice, false, DigestAlgorithm.SHA256));
    assertTrue(
        signed.startsWith(
            "Received: one\r\n two\r\nMIME-Version: 1.0\r\nFrom: a@example.org\r\n"
                + "Subject: =?utf-8?q?x?=\r\nContent-Type: multipart/signed; "
                + "protocol=\"application/pkcs7-signature\";\r\n micalg=sha-256; boundary=\""),
        signed);
  }

  @Test
  void certificatesThatAskForNothingMaySign() throws IOException {
    Leaf leaf = Leaf.rsa("a@example.org").withKeyUsage(null).withPurpose(null);
    Leaf repudiation = Leaf.rsa("a@example.org").withKeyUsage("critical,nonRepudiation");
    for (Identity identity : List.of(root.issue("y1", leaf), root.issue("y2", repudiation))) {
      byte[] signed =
          sign(Mail.plain().message(), Unlocked.of(identity), true, DigestAlgorithm.SHA256);
      assertArrayEquals(Mail.plain().enclosed(), verified(signed));
    }
  }

  private static String latin1(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }
}
