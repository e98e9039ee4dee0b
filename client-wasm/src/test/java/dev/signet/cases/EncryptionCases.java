package dev.signet.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.Encryption;
import dev.signet.cases.EngineUnderTest.EngineError;
import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.cases.EngineUnderTest.Separate;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.ModernIdentity;
import dev.signet.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To whom a message is encrypted, in which form, and who learns of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Encrypting a message")
public abstract class EncryptionCases {
  private static final String GCM = "2.16.840.1.101.3.4.1.46";
  private static final String CBC = "2.16.840.1.101.3.4.1.42";

  private final World world = World.get();
  private final byte[] mail = Mail.fromAlice().with("Bcc: dave@example.org\r\n").of(Mail.ENTITY);
  private EngineUnderTest engine;

  protected abstract EngineUnderTest.Factory engines();

  @BeforeEach
  void createEngine() {
    engine = engines().create(List.of(world.ca().certificateDer()), true);
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  private Path file(byte[] content) {
    try {
      return Files.write(Files.createTempFile(world.folder(), "encrypted", ".eml"), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void assertOpenSslReads(byte[] made, Identity person) {
    byte[] read =
        OpenSsl.run(
            world.folder(),
            "cms",
            "-decrypt",
            "-in",
            file(made).toString(),
            "-recip",
            person.certificate().toString(),
            "-inkey",
            person.key().toString());
    assertArrayEquals(Mail.ENTITY, read);
  }

  private String structure(byte[] made) {
    String printed =
        new String(
            OpenSsl.run(
                world.folder(), "cms", "-cmsout", "-print", "-noout", "-in", file(made).toString()),
            ISO_8859_1);
    return printed.replaceAll("(?s)encryptedContent:.*", "");
  }

  private static boolean authenticated(byte[] made) {
    return new String(made, ISO_8859_1).contains("smime-type=authEnveloped-data");
  }

  private static byte[] der(Identity person) {
    return person.certificateDer();
  }

  private String unlock(byte[] p12) {
    return engine.unlock(p12, World.PASSPHRASE).at("/0/id").asText();
  }

  /** Recipients who have told that they read these algorithms. */
  private Map<String, List<String>> reading(List<String> oids, Identity... people) {
    Map<String, List<String>> known = new HashMap<>();
    for (Identity person : people) {
      String fingerprint =
          engine.readCertificates(der(person)).at("/0/fingerprints/sha256").asText();
      known.put(fingerprint, oids);
    }
    return known;
  }

  private void assertOwnReader(byte[] made, boolean authenticated) {
    Opened opened = engine.open(made);
    assertEquals("decrypted", opened.code());
    assertEquals(authenticated, opened.report().at("/encryption/authenticated").asBoolean());
    assertArrayEquals(Mail.ENTITY, opened.content());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P-256",
        "P-384",
        "P-521",
        "brainpoolP256r1",
        "brainpoolP384r1",
        "brainpoolP512r1"
      })
  @DisplayName("to a key on a curve, OpenSSL and the engine itself read it")
  void curves(String curve) {
    String name = "curve-" + curve;
    Identity person = world.ca().issue(name, Leaf.ec(name + "@example.org").withKey(curve));
    unlock(person.p12(World.PASSPHRASE));
    for (String cipher : List.of("aes-128-cbc", "aes-256-cbc", "aes-128-gcm", "aes-256-gcm")) {
      byte[] made = engine.encrypt(mail, List.of(der(person)), cipher);
      assertOpenSslReads(made, person);
      assertOwnReader(made, cipher.endsWith("gcm"));
    }
  }

  @Test
  @DisplayName("to keys of different kinds, each reads it")
  void mixed() {
    ModernIdentity x25519 = ModernIdentity.x25519("x@example.org");
    ModernIdentity mlKem = ModernIdentity.mlKem(768, "m@example.org");
    List<byte[]> recipients =
        List.of(
            der(world.bob()), der(world.carol()), x25519.certificateDer(), mlKem.certificateDer());
    for (String cipher : List.of("aes-128-cbc", "aes-256-gcm")) {
      byte[] made = engine.encrypt(mail, recipients, cipher);
      for (byte[] p12 :
          List.of(
              world.bob().p12(World.PASSPHRASE),
              world.carol().p12(World.PASSPHRASE),
              x25519.p12(World.PASSPHRASE),
              mlKem.p12(World.PASSPHRASE))) {
        engine.lock();
        unlock(p12);
        assertOwnReader(made, cipher.endsWith("gcm"));
      }
    }
  }

  @Test
  @DisplayName("is authenticated only when every recipient is known to read that")
  void capabilities() {
    Encryption both = Encryption.to(List.of(der(world.bob()), der(world.carol())));
    List<String> modern = List.of(GCM, CBC);
    assertFalse(authenticated(engine.encrypt(mail, both)));
    for (Map<String, List<String>> some :
        List.of(
            reading(modern, world.bob()),
            reading(modern, world.alice(), world.bob()),
            reading(List.of(CBC), world.bob(), world.carol()),
            // AES-128-GCM is not AES-256-GCM.
            reading(List.of("2.16.840.1.101.3.4.1.6"), world.bob(), world.carol()))) {
      byte[] made = engine.encrypt(mail, both.knowing(some));
      assertFalse(authenticated(made));
      assertTrue(structure(made).contains("aes-256-cbc"));
      assertOpenSslReads(made, world.bob());
    }
    Encryption known = both.knowing(reading(modern, world.bob(), world.carol()));
    byte[] made = engine.encrypt(mail, known);
    assertTrue(authenticated(made));
    assertTrue(structure(made).contains("aes-256-gcm"));
    assertOpenSslReads(made, world.bob());
    assertOpenSslReads(made, world.carol());
    // What is asked for by name is done, whatever is known.
    assertFalse(authenticated(engine.encrypt(mail, known.under("aes-256-cbc"))));
    assertTrue(authenticated(engine.encrypt(mail, both.under("aes-128-gcm"))));
  }

  @Test
  @DisplayName("to RSA keys is OAEP when the recipient is known to read that")
  void oaep() {
    Encryption bob = Encryption.to(List.of(der(world.bob())));
    byte[] made =
        engine.encrypt(mail, bob.knowing(reading(List.of("1.2.840.113549.1.1.7"), world.bob())));
    assertTrue(structure(made).contains("rsaesOaep"));
    assertFalse(structure(engine.encrypt(mail, bob)).contains("rsaesOaep"));
    assertOpenSslReads(made, world.bob());
  }

  @Test
  @DisplayName("also for oneself, the kept copy can be read; an own certificate may be refused too")
  void alsoForOneself() {
    Encryption both = Encryption.to(List.of(der(world.bob()))).alsoFor(der(world.alice()));
    byte[] made = engine.encrypt(mail, both);
    assertOpenSslReads(made, world.alice());
    assertOpenSslReads(made, world.bob());
    assertFalse(authenticated(made));
    // Oneself reads with this engine.
    assertTrue(
        authenticated(engine.encrypt(mail, both.knowing(reading(List.of(GCM), world.bob())))));
    EngineError error =
        assertThrows(
            EngineError.class, () -> engine.encrypt(mail, both.alsoFor(der(world.expired()))));
    assertEquals("recipient-unusable", error.code());
    assertEquals("expired", error.details().get("reason"));
    EngineError nobody =
        assertThrows(
            EngineError.class,
            () -> engine.encrypt(mail, Encryption.to(List.of()).alsoFor(der(world.alice()))));
    assertEquals("no-recipients", nobody.details().get("reason"));
  }

  @Test
  @DisplayName("with hidden recipients makes a message for each, that names nobody else")
  void hidden() {
    Encryption encryption =
        Encryption.to(List.of(der(world.bob())))
            .alsoFor(der(world.alice()))
            .hiding(List.of(der(world.carol()), der(world.dave()), der(world.bob())));
    String key = unlock(world.alice().p12(World.PASSPHRASE));
    for (String signer : new String[] {null, key}) {
      List<Separate> made = engine.encryptSeparately(mail, signer, encryption);
      assertEquals(3, made.size());
      assertFor(made.get(0), world.bob(), world.alice());
      assertFor(made.get(1), world.carol());
      assertFor(made.get(2), world.dave());
      for (Separate each : made) {
        assertFalse(new String(each.message(), ISO_8859_1).contains("dave@example.org"));
      }
    }
    List<Separate> onlyHidden =
        engine.encryptSeparately(
            mail, null, Encryption.to(List.of()).hiding(List.of(der(world.carol()))));
    assertEquals(1, onlyHidden.size());
    assertFor(onlyHidden.get(0), world.carol());
  }

  private void assertFor(Separate made, Identity... people) {
    assertEquals(people.length, made.recipients().size());
    String structure = structure(made.message());
    for (int i = 0; i < people.length; i++) {
      assertArrayEquals(der(people[i]), made.recipients().get(i));
      String serial =
          new String(
              OpenSsl.run(
                  world.folder(),
                  "x509",
                  "-noout",
                  "-serial",
                  "-in",
                  people[i].certificate().toString()),
              ISO_8859_1);
      String hexadecimal = serial.substring(serial.indexOf('=') + 1).trim();
      assertTrue(structure.contains("0x" + hexadecimal), structure);
    }
    assertEquals(people.length, structure.split("serialNumber:", -1).length - 1, structure);
    int infos = structure.split("d\\.(ktri|kari|ori):", -1).length - 1;
    assertEquals(people.length, infos, structure);
  }

  @Test
  @DisplayName(
      "in one message refuses to hide anybody, and separately refuses whom it would refuse")
  void hidingIsRefused() {
    Encryption hiding =
        Encryption.to(List.of(der(world.bob()))).hiding(List.of(der(world.carol())));
    String key = unlock(world.alice().p12(World.PASSPHRASE));
    assertEquals(
        "refused-parameters",
        assertThrows(EngineError.class, () -> engine.encrypt(mail, hiding)).code());
    assertEquals(
        "refused-parameters",
        assertThrows(EngineError.class, () -> engine.signAndEncrypt(mail, key, hiding)).code());
    EngineError error =
        assertThrows(
            EngineError.class,
            () ->
                engine.encryptSeparately(mail, null, hiding.hiding(List.of(der(world.expired())))));
    assertEquals("expired", error.details().get("reason"));
  }

  @Test
  @DisplayName("never leaves a Bcc field, whatever is made")
  void blindCarbonCopy() {
    byte[] blind =
        Mail.fromAlice()
            .with("BCC: dave@example.org,\r\n secret@example.org\r\nbcc:\r\n")
            .with("Resent-Bcc: secret@example.org\r\n")
            .of(Mail.ENTITY);
    String key = unlock(world.alice().p12(World.PASSPHRASE));
    List<byte[]> bob = List.of(der(world.bob()));
    for (byte[] made :
        List.of(
            engine.sign(blind, key, false, null),
            engine.sign(blind, key, true, null),
            engine.encrypt(blind, bob, null),
            engine.signAndEncrypt(blind, key, bob))) {
      String text = new String(made, ISO_8859_1);
      assertFalse(text.toLowerCase(java.util.Locale.ROOT).contains("bcc:"), text);
      assertFalse(text.contains("secret@"), text);
      assertTrue(text.startsWith("From: Alice <alice@example.org>\r\nTo: Bob"), text);
    }
  }
}
