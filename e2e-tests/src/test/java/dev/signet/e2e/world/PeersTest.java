package dev.signet.e2e.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The peers agree with each other, and refuse what they must, before they judge the product. */
@DisplayName("The peers")
@Order(2)
final class PeersTest {
  private static final World WORLD = World.make(Project.scratch("peers"));
  private static final OpenSslPeer OPENSSL = new OpenSslPeer(WORLD);
  private static final NssPeer NSS = NssPeer.of(WORLD, WORLD.alice(), WORLD.bob());
  private static final byte[] ENTITY = Mail.text("Hello,", "", "grüße", "");

  @Test
  @DisplayName("read what OpenSSL encrypts, byte for byte, and only as the right person")
  void encrypted() {
    byte[] message =
        Mail.message(WORLD.bob(), WORLD.alice(), "x", Mail.encrypted(WORLD.alice(), ENTITY));
    assertArrayEquals(ENTITY, OPENSSL.decrypt(message, WORLD.alice()));
    assertArrayEquals(ENTITY, NSS.decrypt(OPENSSL.cms(message)));
    assertTrue(OPENSSL.opens(message, WORLD.alice()));
    assertFalse(OPENSSL.opens(message, WORLD.bob()));
  }

  @Test
  @DisplayName("verify what OpenSSL signs, and not what was changed since")
  void signed() {
    byte[] message =
        Mail.message(WORLD.bob(), WORLD.alice(), "x", Mail.signed(WORLD.bob(), ENTITY));
    assertArrayEquals(ENTITY, OPENSSL.verify(message));
    byte[] cms = OPENSSL.cms(message);
    NSS.verify(cms, ENTITY);
    byte[] changed = ENTITY.clone();
    changed[changed.length - 4] ^= 1;
    assertThrows(AssertionError.class, () -> NSS.verify(cms, changed));
    byte[] opaque = OPENSSL.cms(Mail.signed(WORLD.bob(), ENTITY, "-nodetach"));
    assertArrayEquals(ENTITY, NSS.verify(opaque));
  }

  @Test
  @DisplayName("do not believe the authority that nobody trusts")
  void stranger() {
    byte[] message = Mail.signed(WORLD.stranger(), ENTITY);
    assertThrows(AssertionError.class, () -> OPENSSL.verify(message));
    byte[] cms = OPENSSL.cms(message);
    assertThrows(AssertionError.class, () -> NSS.verify(cms, ENTITY));
  }

  @Test
  @DisplayName("exchange .p12 files")
  void pkcs12() {
    assertTrue(NSS.p12(WORLD.alice()).length > 1000);
  }
}
