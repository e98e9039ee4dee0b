package dev.signet.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.EngineError;
import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.Identity;
import dev.signet.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing and encrypting: what comes out is read by OpenSSL, to the octet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Making a message")
public abstract class MakeCases {
  /** Seven-bit, so that it is signed as it stands. */
  private static final byte[] ENTITY =
      ("Content-Type: text/plain; charset=us-ascii\r\n\r\nThe treaty is signed.\r\n\r\nA.\r\n")
          .getBytes(UTF_8);

  private final World world = World.get();
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

  private String unlock(Identity person) {
    return engine.unlock(person.p12(World.PASSPHRASE), World.PASSPHRASE).at("/0/id").asText();
  }

  private Path file(byte[] content) {
    try {
      return Files.write(Files.createTempFile(world.folder(), "made", ".eml"), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What OpenSSL finds signed; fails when it does not verify. */
  private byte[] verified(byte[] mail) {
    return OpenSsl.run(
        world.folder(),
        "cms",
        "-verify",
        "-in",
        file(mail).toString(),
        "-CAfile",
        world.ca().certificate().toString(),
        "-purpose",
        "smimesign");
  }

  private byte[] decrypted(byte[] mail, Identity person) {
    return OpenSsl.run(
        world.folder(),
        "cms",
        "-decrypt",
        "-in",
        file(mail).toString(),
        "-recip",
        person.certificate().toString(),
        "-inkey",
        person.key().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha-256", "sha-384", "sha-512"})
  @DisplayName("signed, OpenSSL verifies it with RSA and ECDSA, detached and opaque")
  void signed(String digest) {
    for (Identity person : List.of(world.alice(), world.carol(), world.dave())) {
      String key = unlock(person);
      for (boolean opaque : List.of(false, true)) {
        byte[] mail = engine.sign(Mail.fromAlice().of(ENTITY), key, opaque, digest);
        assertArrayEquals(ENTITY, verified(mail));
        assertTrue(new String(mail, ISO_8859_1).startsWith("From: Alice <alice@example.org>\r\n"));
      }
    }
  }

  @Test
  @DisplayName("signed, the engine's own verdict is green and the content the same")
  void ownVerdict() {
    byte[] mail = engine.sign(Mail.fromAlice().of(ENTITY), unlock(world.alice()), false, null);
    Opened opened = engine.open(mail);
    assertEquals("verified-revocation-off", opened.code());
    assertArrayEquals(ENTITY, opened.content());
  }

  @Test
  @DisplayName("encrypted to two, each decrypts it with OpenSSL")
  void encrypted() {
    List<byte[]> recipients = List.of(world.alice().certificateDer(), world.bob().certificateDer());
    byte[] mail = engine.encrypt(Mail.fromAlice().of(Mail.ENTITY), recipients, null);
    assertArrayEquals(Mail.ENTITY, decrypted(mail, world.alice()));
    assertArrayEquals(Mail.ENTITY, decrypted(mail, world.bob()));
    assertFalse(new String(mail, ISO_8859_1).contains("aus K"));
    byte[] small = engine.encrypt(Mail.fromAlice().of(Mail.ENTITY), recipients, "aes-128-cbc");
    assertArrayEquals(Mail.ENTITY, decrypted(small, world.bob()));
  }

  @Test
  @DisplayName("signed and encrypted, OpenSSL decrypts and then verifies it")
  void both() {
    byte[] mail =
        engine.signAndEncrypt(
            Mail.fromAlice().of(ENTITY),
            unlock(world.alice()),
            List.of(world.bob().certificateDer()));
    assertArrayEquals(ENTITY, verified(decrypted(mail, world.bob())));
    unlock(world.bob());
    Opened opened = engine.open(mail);
    assertEquals("verified-revocation-off", opened.code());
    assertArrayEquals(ENTITY, opened.content());
  }

  @Test
  @DisplayName("with a key that may not sign, or is not there, is refused")
  void keys() {
    byte[] mail = Mail.fromAlice().of(ENTITY);
    assertEquals(
        "key-locked",
        assertThrows(EngineError.class, () -> engine.sign(mail, "no such key", false, null))
            .code());
    String key = unlock(world.encryptsOnly());
    assertEquals(
        "key-unusable",
        assertThrows(EngineError.class, () -> engine.sign(mail, key, false, null)).code());
    String expired = unlock(world.expired());
    assertEquals(
        "key-unusable",
        assertThrows(EngineError.class, () -> engine.sign(mail, expired, false, null)).code());
  }

  @Test
  @DisplayName("to a recipient that cannot be used is refused by name, before anything is made")
  void recipients() {
    byte[] mail = Mail.fromAlice().of(ENTITY);
    byte[] bob = world.bob().certificateDer();
    for (Identity unusable :
        List.of(
            world.expired(), world.future(), world.server(), world.shortKey(), world.signsOnly())) {
      EngineError error =
          assertThrows(
              EngineError.class,
              () -> engine.encrypt(mail, List.of(bob, unusable.certificateDer()), null));
      assertEquals("recipient-unusable", error.code());
      assertTrue(error.details().get("address").endsWith("@example.org"));
      assertEquals(64, error.details().get("fingerprint").length());
    }
    assertEquals(
        "recipient-unusable",
        assertThrows(EngineError.class, () -> engine.encrypt(mail, List.of(), null)).code());
    assertEquals(
        "not-a-certificate",
        assertThrows(
                EngineError.class, () -> engine.encrypt(mail, List.of(new byte[] {1, 2}), null))
            .code());
    assertEquals(
        "unsupported-algorithm",
        assertThrows(EngineError.class, () -> engine.encrypt(mail, List.of(bob), "rot13")).code());
    assertTrue(engine.encrypt(mail, List.of(bob), null).length > 0);
  }
}
