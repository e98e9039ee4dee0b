package dev.signet.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.attacks.Flood;
import dev.signet.cases.EngineUnderTest.EngineError;
import dev.signet.cases.EngineUnderTest.Opened;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Garbage: a typed error or a verdict, soon, and the next call works. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Garbage")
public abstract class GarbageCases {
  /**
   * Milliseconds after which a call is taken for one that asks for work without measure. Far above
   * what any needs, on a machine that has other work as well: how fast they are is for benchmarks
   * to say.
   */
  private static final long WITHOUT_MEASURE = 60_000;

  private final World world = World.get();
  private EngineUnderTest engine;

  protected abstract EngineUnderTest.Factory engines();

  /** How many damaged inputs of each kind are tried. */
  protected abstract int samples();

  @BeforeEach
  void createEngine() {
    engine = engines().create(List.of(world.ca().certificateDer()), true);
    engine.unlock(world.bob().p12(World.PASSPHRASE, "-iter", "1"), World.PASSPHRASE);
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  private Opened opened(byte[] mail) {
    long start = System.currentTimeMillis();
    Opened opened = engine.open(mail);
    assertTrue(System.currentTimeMillis() - start < WITHOUT_MEASURE, "it took too long");
    assertNotEquals("internal-error", opened.code(), () -> new String(mail, ISO_8859_1));
    return opened;
  }

  /** Positions spread over the input, its ends among them. */
  private int[] positions(int length) {
    Random random = new Random(7);
    int[] positions = new int[samples()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = i < 8 ? Math.min(length - 1, i) : random.nextInt(length);
    }
    return positions;
  }

  @Test
  @DisplayName("made from a signed mail is never green unless the content is unchanged")
  void signed() {
    byte[] mail = Mail.fromAlice().signedBy(world.alice(), "-binary");
    for (int at : positions(mail.length)) {
      byte[] flipped = mail.clone();
      flipped[at] ^= 1;
      Opened opened = opened(flipped);
      if (opened.colour().equals("green")) {
        assertTrue(Arrays.equals(Mail.ENTITY, opened.content()), "a changed content is green");
      }
      opened(Arrays.copyOf(mail, at));
    }
    assertEquals("verified-revocation-off", opened(mail).code());
  }

  @Test
  @DisplayName("made from an opaque signature's structure is never green unless unchanged")
  void opaque() {
    byte[] mail = Mail.fromAlice().signedBy(world.alice(), "-binary", "-nodetach");
    byte[] cms = body(mail);
    for (int at : positions(cms.length)) {
      byte[] flipped = cms.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      Opened opened = opened(withBody(mail, flipped));
      if (opened.colour().equals("green")) {
        assertTrue(Arrays.equals(Mail.ENTITY, opened.content()), "a changed content is green");
      }
      opened(withBody(mail, Arrays.copyOf(cms, at)));
    }
  }

  @Test
  @DisplayName("made from an encrypted mail ends in a verdict")
  void encrypted() {
    byte[] mail = Mail.fromAlice().encryptedTo(world.bob());
    byte[] cms = body(mail);
    for (int at : positions(cms.length)) {
      byte[] flipped = cms.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      opened(withBody(mail, flipped));
      opened(withBody(mail, Arrays.copyOf(cms, at)));
    }
    assertEquals("decrypted", opened(mail).code());
  }

  @Test
  @DisplayName("made from a key file is refused with a typed error")
  void keyFiles() {
    byte[] p12 = world.alice().p12(World.PASSPHRASE, "-iter", "1");
    List<String> expected =
        List.of(
            "wrong-passphrase",
            "not-pkcs12",
            "damaged-pkcs12",
            "no-private-key",
            "no-certificate",
            "unprotected-key",
            "unauthenticated-pkcs12",
            "refused-parameters",
            "unsupported-algorithm",
            "too-large");
    for (int at : positions(p12.length)) {
      byte[] flipped = p12.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      for (byte[] damaged : List.of(flipped, Arrays.copyOf(p12, at))) {
        long start = System.currentTimeMillis();
        try {
          engine.unlock(damaged, World.PASSPHRASE);
        } catch (EngineError e) {
          assertTrue(expected.contains(e.code()), e.code());
        }
        assertTrue(System.currentTimeMillis() - start < WITHOUT_MEASURE, "it took too long");
      }
    }
    assertEquals(1, engine.unlock(p12, World.PASSPHRASE).size());
  }

  @Test
  @DisplayName("of random octets is malformed as a mail and no key file")
  void random() {
    Random random = new Random(11);
    for (int i = 0; i < samples() / 4; i++) {
      byte[] noise = new byte[random.nextInt(4_000)];
      random.nextBytes(noise);
      if (noise.length > 0) {
        // Else it may begin with a header field by chance, and is a mail.
        noise[0] |= (byte) 0x80;
      }
      assertEquals("red", opened(noise).colour());
      assertEquals(
          "not-pkcs12", assertThrows(EngineError.class, () -> engine.unlock(noise, "x")).code());
    }
    byte[] large = new byte[5_000_000];
    random.nextBytes(large);
    large[0] |= (byte) 0x80;
    assertEquals("red", opened(large).colour());
  }

  @Test
  @DisplayName("that asks for work without measure is red, or plain mail")
  void floods() {
    for (Map.Entry<String, Supplier<byte[]>> each : Flood.messages().entrySet()) {
      byte[] mail = each.getValue().get();
      // The way into a browser takes its time for larger ones; the JVM has them all elsewhere.
      if (mail.length < 1_000_000) {
        Opened opened = opened(mail);
        assertTrue(List.of("malformed", "unsigned").contains(opened.code()), each.getKey());
      }
    }
  }

  private static byte[] body(byte[] mail) {
    String text = new String(mail, ISO_8859_1).replace("\r\n", "\n");
    return Base64.getMimeDecoder().decode(text.substring(text.indexOf("\n\n") + 2));
  }

  private static byte[] withBody(byte[] mail, byte[] cms) {
    String text = new String(mail, ISO_8859_1).replace("\r\n", "\n");
    return (text.substring(0, text.indexOf("\n\n") + 2)
            + Base64.getMimeEncoder().encodeToString(cms))
        .getBytes(ISO_8859_1);
  }
}
