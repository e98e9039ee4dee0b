package dev.signet.server.pkcs12;

import static dev.signet.server.pkcs12.Pkcs12CheckTest.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.Tool;
import dev.signet.server.pkcs12.Pkcs12Refusal.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What hides in the corners of a PKCS#12 file. */
class Pkcs12StrictTest {
  private static final String PBKDF2 = "1.2.840.113549.1.5.12";
  private static final String AES = "2.16.840.1.101.3.4.1.42";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.2.840.113549.1.5.2",
        "1.2.840.113549.1.5.99",
        "1.2.840.113549.1.5.13.1",
        "1.2.840.113549.1.5.14",
        "1.2.840.113549.1.12.1",
        "1.2.840.113549.1.12.1.7",
        "1.2.840.113549.1.12.1.3.1"
      })
  void knowsSchemesByTheirWholeNames(String scheme) {
    assertEquals(Reason.UNSUPPORTED, verdict(MadePkcs12.encryptedBy(scheme)));
  }

  @ParameterizedTest
  @CsvSource({
    PBKDF2 + ", 1.2.3.4",
    PBKDF2 + ", 2.16.840.1.101.3.4.1",
    PBKDF2 + ", 2.16.840.1.101.3.4.1.45",
    "1.2.3.4, " + AES,
    "1.2.840.113549.1.5.14, " + AES
  })
  void looksIntoPbes2(String derivation, String cipher) {
    assertEquals(Reason.UNSUPPORTED, verdict(MadePkcs12.encryptedBy(derivation, cipher)));
  }

  @Test
  void takesWhatIsKnown() {
    assertNull(verdict(MadePkcs12.encryptedBy(PBKDF2, AES)));
    assertNull(verdict(MadePkcs12.encryptedBy("1.2.840.113549.1.12.1.3")));
    assertEquals(
        Reason.NOT_PKCS12, verdict(MadePkcs12.encryptedBy("1.2.840.113549.1.5.13")), "no PBES2");
  }

  @Test
  void seesAClearKeyUnderAnotherName() {
    assertEquals(Reason.CLEAR_KEY, verdict(MadePkcs12.oldClearKeyCalledEncrypted()));
    assertEquals(Reason.CLEAR_KEY, verdict(MadePkcs12.clearKeyCalledCertificate()));
  }

  @Test
  void takesNoSecretThatMayLieInClear() {
    byte[] secret = {4, 1, 0};
    assertEquals(
        Reason.CLEAR_KEY, verdict(MadePkcs12.secret(new ASN1ObjectIdentifier("1.2.3.4"), secret)));
    assertEquals(
        Reason.NOT_PKCS12,
        verdict(MadePkcs12.secret(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, secret)));
  }

  @Test
  void wantsSomethingInWhatIsCalledEncrypted() {
    assertEquals(Reason.NO_KEY, verdict(MadePkcs12.nothingCalledEncrypted()));
    assertEquals(Reason.NOT_PKCS12, verdict(MadePkcs12.notAnEncryptedKey()));
  }

  @Test
  void seesWhatFollowsWithin() {
    assertEquals(Reason.TRAILING_BYTES, verdict(MadePkcs12.trailingWithin()));
  }

  @Test
  void boundsTheSalt() {
    assertNull(verdict(MadePkcs12.salt(4096)));
    assertEquals(Reason.TOO_COSTLY, verdict(MadePkcs12.salt(4097)));
  }

  @Test
  void takesAJavaKeyStore_alsoWithASecret() throws Exception {
    keytool("-genkeypair", "-alias", "alice", "-dname", "CN=Alice", "-keyalg", "EC");
    assertNull(verdict(Files.readAllBytes(folder.resolve("java.p12"))));
    keytool("-genseckey", "-alias", "secret", "-keyalg", "AES", "-keysize", "128");
    assertNull(verdict(Files.readAllBytes(folder.resolve("java.p12"))));
  }

  @Test
  void refusesAJavaKeyStoreOfSecretsAlone() throws Exception {
    keytool("-genseckey", "-alias", "secret", "-keyalg", "AES", "-keysize", "128");
    assertEquals(Reason.NO_KEY, verdict(Files.readAllBytes(folder.resolve("java.p12"))));
  }

  /** Bit flips, overwritten stretches, cuts and doublings: thousands, always the same ones. */
  @Test
  void endsEveryMutationInAVerdict() {
    Random random = new Random(5);
    List<byte[]> files =
        List.of(
            Pkcs12Files.openssl("-passout", "pass:x", "-iter", "1"),
            Pkcs12Files.openssl("-passout", "pass:x", "-iter", "1", "-legacy"),
            MadePkcs12.pbmac1("x", 10),
            MadePkcs12.nestedClearKey());
    assertTimeoutPreemptively(
        Duration.ofMinutes(4),
        () -> {
          for (int i = 0; i < 4000; i++) {
            byte[] file = files.get(i % files.size()).clone();
            int place = random.nextInt(i % 2 == 0 ? Math.min(300, file.length) : file.length);
            switch (random.nextInt(4)) {
              case 0 -> file[place] ^= (byte) (1 << random.nextInt(8));
              case 1 -> file[place] = (byte) random.nextInt(256);
              case 2 -> file = Arrays.copyOf(file, place);
              default ->
                  Arrays.fill(
                      file, place, Math.min(file.length, place + 4), (byte) random.nextInt(256));
            }
            // Anything but a refusal fails the test.
            verdict(file);
          }
        });
  }

  private void keytool(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 6);
    String[] store = {"-storetype", "PKCS12", "-keystore", "java.p12", "-storepass", "geheim"};
    System.arraycopy(store, 0, all, arguments.length, store.length);
    String[] command = new String[all.length + 1];
    command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    System.arraycopy(all, 0, command, 1, all.length);
    Tool.run(folder, command);
  }
}
