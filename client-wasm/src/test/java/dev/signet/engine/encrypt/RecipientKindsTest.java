package dev.signet.engine.encrypt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.Policy;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.cert.CertificateFacts;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Answers;
import dev.signet.engine.sign.GnuPg;
import dev.signet.engine.sign.Mail;
import dev.signet.engine.sign.NssDatabase;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.ModernIdentity;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is encrypted to keys of every kind")
class RecipientKindsTest {
  private static final HeapHost HOST = new HeapHost();
  private static final Answers ANSWERS = RareAnswers.withCommon(HOST);
  private static final long NOW = System.currentTimeMillis();
  private static final Mail MAIL = Mail.plain();
  private static final List<ContentCipher> CIPHERS =
      List.of(
          ContentCipher.AES_128_CBC,
          ContentCipher.AES_256_CBC,
          ContentCipher.AES_128_GCM,
          ContentCipher.AES_256_GCM);

  @TempDir static Path folder;
  private static TestCa root;
  private static final Map<String, Identity> ISSUED = new ConcurrentHashMap<>();

  @BeforeAll
  static void issue() {
    root = TestCa.root(folder, "root");
  }

  private static Identity issued(String key) {
    String name = key.replace(':', '-');
    String address = name + "@example.org";
    Leaf leaf = key.startsWith("RSA") ? Leaf.rsa(address) : Leaf.ec(address);
    return ISSUED.computeIfAbsent(key, any -> root.issue(name, leaf.withKey(key)));
  }

  private static byte[] encrypt(
      ContentCipher cipher, Map<String, List<String>> capabilities, byte[]... certificates) {
    List<MailCertificate> recipients = new ArrayList<>();
    for (byte[] certificate : certificates) {
      recipients.add(MailCertificate.of(certificate));
    }
    Recipients.Judging judging =
        new Recipients.Judging(capabilities, null, Policy.DEFAULT.minimumRsaBits(), NOW);
    return ANSWERS
        .run(
            Recipients.of(HOST, recipients, judging)
                .then(
                    usable ->
                        new MessageEncrypter(HOST, HOST.hold(MAIL.message()))
                            .encrypt(usable, cipher)))
        .read();
  }

  private static void assertOpenSslReads(byte[] encrypted, Identity recipient) throws IOException {
    Path file = Files.write(Files.createTempFile(folder, "encrypted", ".eml"), encrypted);
    byte[] read =
        OpenSsl.run(
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
    assertArrayEquals(MAIL.enclosed(), read);
  }

  private static String printed(byte[] encrypted) throws IOException {
    Path file = Files.write(Files.createTempFile(folder, "printed", ".eml"), encrypted);
    return new String(
        OpenSsl.run(folder, "cms", "-cmsout", "-print", "-noout", "-in", file.toString()),
        StandardCharsets.ISO_8859_1);
  }

  private static void assertBouncyCastleReads(byte[] encrypted, byte[] certificate, byte[] pkcs8) {
    byte[] cms = MessageEncrypterTest.cms(encrypted);
    assertArrayEquals(MAIL.enclosed(), BouncyCastleReader.content(cms, certificate, pkcs8));
  }

  private static int version(byte[] encrypted) {
    byte[] cms = MessageEncrypterTest.cms(encrypted);
    ASN1Sequence data = ASN1Sequence.getInstance(ContentInfo.getInstance(cms).getContent());
    return ASN1Integer.getInstance(data.getObjectAt(0)).intValueExact();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RSA:2048",
        "P-256",
        "P-384",
        "P-521",
        "brainpoolP256r1",
        "brainpoolP384r1",
        "brainpoolP512r1"
      })
  @DisplayName("is read by OpenSSL and Bouncy Castle to the octet, under every cipher")
  void everyCipher(String key) throws IOException {
    Identity recipient = issued(key);
    for (ContentCipher cipher : CIPHERS) {
      byte[] encrypted = encrypt(cipher, Map.of(), recipient.certificateDer());
      assertOpenSslReads(encrypted, recipient);
      assertBouncyCastleReads(encrypted, recipient.certificateDer(), recipient.pkcs8());
      int expected = cipher.authenticated() || key.startsWith("RSA") ? 0 : 2;
      assertEquals(expected, version(encrypted));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "P-256, dhSinglePass-stdDH-sha256kdf-scheme",
    "P-384, dhSinglePass-stdDH-sha384kdf-scheme",
    "P-521, dhSinglePass-stdDH-sha512kdf-scheme",
    "brainpoolP256r1, dhSinglePass-stdDH-sha256kdf-scheme",
    "brainpoolP384r1, dhSinglePass-stdDH-sha384kdf-scheme",
    "brainpoolP512r1, dhSinglePass-stdDH-sha512kdf-scheme"
  })
  @DisplayName("on a curve has the hash that fits it and the wrap that fits the content's key")
  void schemes(String curve, String scheme) throws IOException {
    byte[] certificate = issued(curve).certificateDer();
    String small = printed(encrypt(ContentCipher.AES_128_CBC, Map.of(), certificate));
    assertTrue(small.contains(scheme), small);
    assertTrue(small.contains(":id-aes128-wrap"), small);
    String large = printed(encrypt(ContentCipher.AES_256_CBC, Map.of(), certificate));
    assertTrue(large.contains(":id-aes256-wrap"), large);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X25519", "X448", "ML-KEM-512", "ML-KEM-768", "ML-KEM-1024"})
  @DisplayName("is read by Bouncy Castle where no other program has the algorithm")
  void modern(String algorithm) {
    ModernIdentity recipient =
        algorithm.startsWith("X")
            ? ModernIdentity.of(algorithm, "eve@example.org", KeyUsage.keyAgreement)
            : ModernIdentity.mlKem(Integer.parseInt(algorithm.substring(7)), "eve@example.org");
    byte[] certificate = recipient.certificateDer();
    for (ContentCipher cipher : CIPHERS) {
      byte[] encrypted = encrypt(cipher, Map.of(), certificate);
      assertBouncyCastleReads(encrypted, certificate, recipient.privateKey().getEncoded());
      int enveloped = algorithm.startsWith("X") ? 2 : 3;
      assertEquals(cipher.authenticated() ? 0 : enveloped, version(encrypted));
    }
  }

  @Test
  @DisplayName("of RSA is OAEP where the recipient is known to read it, which OpenSSL does")
  void oaep() throws IOException {
    Identity recipient = issued("RSA:2048");
    String fingerprint =
        new CertificateFacts(MailCertificate.of(recipient.certificateDer())).sha256();
    byte[] known =
        encrypt(
            ContentCipher.AES_256_CBC,
            Map.of(fingerprint, List.of("1.2.840.113549.1.1.7")),
            recipient.certificateDer());
    assertTrue(printed(known).contains("rsaesOaep"));
    assertOpenSslReads(known, recipient);
    assertBouncyCastleReads(known, recipient.certificateDer(), recipient.pkcs8());
    byte[] unknown = encrypt(ContentCipher.AES_256_CBC, Map.of(), recipient.certificateDer());
    assertTrue(printed(unknown).contains("rsaEncryption"));
  }

  @Test
  @DisplayName("of different kinds in one message is read by each, and by whom only RSA reads")
  void mixed() throws IOException {
    Map<byte[], byte[]> keys = new HashMap<>();
    for (String each : List.of("RSA:2048", "P-256", "brainpoolP512r1")) {
      keys.put(issued(each).certificateDer(), issued(each).pkcs8());
    }
    ModernIdentity x25519 = ModernIdentity.x25519("x@example.org");
    ModernIdentity mlKem = ModernIdentity.mlKem(768, "m@example.org");
    keys.put(x25519.certificateDer(), x25519.privateKey().getEncoded());
    keys.put(mlKem.certificateDer(), mlKem.privateKey().getEncoded());
    for (ContentCipher cipher : CIPHERS) {
      byte[] encrypted = encrypt(cipher, Map.of(), keys.keySet().toArray(new byte[0][]));
      assertEquals(cipher.authenticated() ? 0 : 3, version(encrypted));
      keys.forEach((certificate, key) -> assertBouncyCastleReads(encrypted, certificate, key));
    }
    for (ContentCipher cipher : CIPHERS) {
      byte[] encrypted =
          encrypt(
              cipher,
              Map.of(),
              issued("P-256").certificateDer(),
              issued("RSA:2048").certificateDer());
      assertOpenSslReads(encrypted, issued("RSA:2048"));
      assertOpenSslReads(encrypted, issued("P-256"));
    }
  }

  @Test
  @DisplayName("of RSA beside ECDH is read by GnuPG, which passes over the other")
  void mixedForGnuPg() throws IOException {
    Path file = Files.write(folder.resolve("mixed.der"), rsaBesideEcdh());
    try (GnuPg gnupg = new GnuPg()) {
      gnupg.importKey(issued("RSA:2048"), "secret");
      assertArrayEquals(MAIL.enclosed(), gnupg.decrypt(file, "secret"));
    }
  }

  @Test
  @DisplayName("of RSA beside ECDH is refused by NSS 3.87, as it refuses OpenSSL's")
  void mixedForNss() throws IOException {
    NssDatabase nss = new NssDatabase(folder);
    nss.importKey(issued("RSA:2048").p12("secret"), "secret");
    Path content = Files.write(folder.resolve("content"), MAIL.enclosed());
    byte[] byOpenSsl =
        OpenSsl.run(
            folder,
            "cms",
            "-encrypt",
            "-binary",
            "-aes256",
            "-outform",
            "DER",
            "-in",
            content.toString(),
            issued("RSA:2048").certificate().toString(),
            issued("P-256").certificate().toString());
    for (byte[] cms : List.of(byOpenSsl, rsaBesideEcdh())) {
      AssertionError refusal = assertThrows(AssertionError.class, () -> nss.content(cms, null));
      assertTrue(refusal.getMessage().contains("SEC_ERROR_BAD_DER"), refusal.getMessage());
    }
  }

  private static byte[] rsaBesideEcdh() {
    return MessageEncrypterTest.cms(
        encrypt(
            ContentCipher.AES_256_CBC,
            Map.of(),
            issued("P-256").certificateDer(),
            issued("RSA:2048").certificateDer()));
  }
}
