package dev.signet.e2e.engine;

import static dev.signet.e2e.browser.SdkPage.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.e2e.browser.Reply;
import dev.signet.e2e.browser.SdkEngine;
import dev.signet.e2e.lane.Alone;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is not a .p12, not a mail, or no longer the one that it was. */
@DisplayName("Garbage")
@Alone
@Order(11)
final class HostileInputTest {
  private static final double A_SECOND = 1000;
  private static final List<String> CODES =
      List.of(
          "not-pkcs12",
          "damaged-pkcs12",
          "wrong-passphrase",
          "no-private-key",
          "refused-parameters",
          "unsupported-algorithm",
          "unauthenticated-pkcs12",
          "unprotected-key",
          "too-large");

  private static Stage stage;
  private static World world;
  private static SdkEngine engine;

  private final Person alice = world.alice();
  private final Person bob = world.bob();
  private final byte[] entity = Mail.text("Hello,", "", "there", "");
  private final Random random = new Random(20);

  @BeforeAll
  static void create() {
    stage = Stage.get();
    world = stage.world();
    engine =
        stage
            .sdk()
            .create(
                Map.of(
                    "ocsp",
                    false,
                    "trustAnchors",
                    List.of(bytes(world.authority().certificateDer()))));
  }

  @BeforeEach
  void unlock() {
    engine.call("unlock", bytes(alice.p12()), alice.passphrase()).result();
  }

  @Test
  @DisplayName("in place of a .p12 is a typed error within a second, and the next call works")
  void pkcs12() {
    Map<String, byte[]> files = variants(alice.p12());
    files.putAll(variants(alice.oldP12()));
    files.forEach(
        (what, file) -> {
          Reply reply = engine.call("unlock", bytes(file), alice.passphrase());
          assertTrue(reply.millis() < A_SECOND, what + " took " + reply.millis() + " ms");
          if (reply.error() != null) {
            assertTrue(CODES.contains(reply.code()), what + ": " + reply.error());
          }
          Reply inspected = engine.call("inspectPkcs12", bytes(file));
          assertTrue(inspected.millis() < A_SECOND, what);
          if (inspected.error() != null) {
            assertTrue(CODES.contains(inspected.code()), what + ": " + inspected.error());
          }
        });
    works();
  }

  @Test
  @DisplayName(
      "in place of mail is a verdict within a second, green only over the unchanged content")
  void mail() {
    for (byte[] whole :
        List.of(
            Mail.message(bob, alice, "x", Mail.signed(bob, entity)),
            Mail.message(bob, alice, "x", Mail.signed(bob, entity, "-nodetach")),
            Mail.message(bob, alice, "x", Mail.signedAndEncrypted(bob, alice, entity)))) {
      variants(whole).forEach(this::judged);
      cmsVariants(whole).forEach(this::judged);
    }
    works();
  }

  private void judged(String what, byte[] message) {
    Reply reply = engine.call("open", bytes(message));
    assertTrue(reply.millis() < A_SECOND, what + " took " + reply.millis() + " ms");
    JsonNode opened = reply.result();
    JsonNode status = opened.get("status");
    assertNotEquals("internal-error", status.get("code").asText(), what);
    if (status.get("colour").asText().equals("green")) {
      // Not every octet of a message matters: a turned bit in a comment changes nothing signed.
      assertArrayEquals(entity, Base64.getDecoder().decode(opened.get("content").asText()), what);
    }
  }

  private void works() {
    byte[] good = Mail.message(bob, alice, "x", Mail.signedAndEncrypted(bob, alice, entity));
    assertEquals(
        "verified-revocation-off",
        engine.call("open", bytes(good)).result().get("status").get("code").asText());
  }

  /** Whole files: none, noise, halves, and bits turned where they hurt a reader of structure. */
  private Map<String, byte[]> variants(byte[] whole) {
    Map<String, byte[]> variants = new LinkedHashMap<>();
    variants.put("nothing", new byte[0]);
    variants.put("one octet", new byte[] {0x30});
    byte[] noise = new byte[5000];
    random.nextBytes(noise);
    variants.put("noise", noise);
    variants.put("the first half", Arrays.copyOf(whole, whole.length / 2));
    variants.put("the second half", Arrays.copyOfRange(whole, whole.length / 2, whole.length));
    variants.put("endless nesting", endlessNesting());
    return variants;
  }

  /** The CMS of a message damaged inside its base64, the MIME around it left whole. */
  private Map<String, byte[]> cmsVariants(byte[] message) {
    byte[] cms = stage.openssl().cms(message);
    String type =
        new String(message, StandardCharsets.ISO_8859_1).contains("smime-type=enveloped-data")
            ? "enveloped-data"
            : "signed-data";
    Map<String, byte[]> variants = new LinkedHashMap<>();
    for (int i = 0; i < 24; i++) {
      byte[] damaged = cms.clone();
      damaged[i < 12 ? i : random.nextInt(cms.length)] ^= (byte) (1 << random.nextInt(8));
      variants.put("CMS with a turned bit, " + i, Mail.wrapped(bob, alice, type, damaged));
    }
    variants.put("CMS cut off", Mail.wrapped(bob, alice, type, Arrays.copyOf(cms, cms.length / 3)));
    variants.put("endless nesting", Mail.wrapped(bob, alice, type, endlessNesting()));
    variants.put(
        "CMS with a length beyond its end",
        Mail.wrapped(bob, alice, type, new byte[] {0x30, (byte) 0x84, 0x7f, -1, -1, -1, 6}));
    return variants;
  }

  private static byte[] endlessNesting() {
    byte[] nested = new byte[60_000];
    for (int i = 0; i < nested.length; i += 2) {
      nested[i] = 0x30;
      nested[i + 1] = (byte) 0x80;
    }
    return nested;
  }
}
