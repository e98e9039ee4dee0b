package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.ComposePage;
import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.MimeParts;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.World;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("Writing mail")
@Order(50)
final class WriteTest {
  private final Stage stage = Stage.get();
  private final World world = stage.world();
  private final Person alice = world.alice();
  private final Person bob = world.bob();
  private final String marker = world.marker("the body of a mail that is written");

  @Test
  @DisplayName("signed: OpenSSL and NSS verify it, byte for byte")
  void signed() {
    byte[] message = write(alice, true, false);
    assertTrue(text(message).contains("multipart/signed"));
    byte[] entity = stage.openssl().verify(message);
    assertTrue(text(entity).contains(marker), text(entity));
    assertArrayEquals(MimeParts.signedEntity(message), entity);
    stage.nss().verify(stage.openssl().cms(message), entity);
  }

  @Test
  @DisplayName("signed with ECDSA: OpenSSL and NSS verify it, byte for byte")
  void signedWithEc() {
    byte[] message = write(world.carol(), true, false);
    byte[] entity = stage.openssl().verify(message);
    assertTrue(text(entity).contains(marker), text(entity));
    stage.nss().verify(stage.openssl().cms(message), entity);
    assertTrue(stage.openssl().print(message).contains("ecdsa-with-SHA256"));
  }

  @Test
  @DisplayName("encrypted: OpenSSL and NSS decrypt it, byte for byte; strangers do not")
  void encrypted() {
    byte[] message = write(alice, false, true);
    assertFalse(text(message).contains(marker));
    byte[] entity = stage.openssl().decrypt(message, bob);
    assertTrue(text(entity).contains(marker), text(entity));
    assertArrayEquals(entity, stage.nss().decrypt(stage.openssl().cms(message)));
    assertFalse(stage.openssl().opens(message, world.stranger()));
    assertTrue(stage.openssl().print(message).contains("aes-256-cbc"));
  }

  @Test
  @DisplayName("signed and encrypted: OpenSSL and NSS decrypt, then verify it")
  void both() {
    byte[] message = write(alice, true, true);
    assertFalse(text(message).contains(marker));
    byte[] inner = stage.openssl().decrypt(message, bob);
    assertArrayEquals(inner, stage.nss().decrypt(stage.openssl().cms(message)));
    byte[] entity = stage.openssl().verify(inner);
    assertTrue(text(entity).contains(marker), text(entity));
    assertArrayEquals(MimeParts.signedEntity(inner), entity);
    stage.nss().verify(stage.openssl().cms(inner), entity);
  }

  @Test
  @DisplayName("encrypted to somebody without a certificate: refused by name")
  void missingCertificate() {
    ComposePage compose = stage.appWithKeyOf(alice).load().compose();
    compose.write("nobody@example.net", "for nobody", marker).encrypt(true);
    assertEquals("missing-certificate", compose.saveRefused());
    assertTrue(stage.app().page().text("compose-error").contains("nobody@example.net"));
  }

  private byte[] write(Person author, boolean sign, boolean encrypt) {
    WebApp app = stage.appWithKeyOf(author);
    app.load();
    if (encrypt) {
      SettingsPage settings = app.settings();
      settings.importCertificate(bob.identity().certificate(), bob.address());
    }
    ComposePage compose = app.compose();
    compose.write(bob.address(), "written here", "Hello,\n\n" + marker + "\n");
    if (sign) {
      compose.sign(author.passphrase());
    }
    return compose.encrypt(encrypt).save(app, author.passphrase());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
