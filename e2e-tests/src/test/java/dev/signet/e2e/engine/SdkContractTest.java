package dev.signet.e2e.engine;

import static dev.signet.e2e.browser.SdkPage.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.e2e.browser.SdkEngine;
import dev.signet.e2e.browser.SdkPage;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.MimeParts;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("Every operation of the contract, under the strict policy")
@Order(10)
final class SdkContractTest {
  private final Stage stage = Stage.get();
  private final World world = stage.world();
  private final Person alice = world.alice();
  private final Person bob = world.bob();
  private final byte[] entity =
      Mail.text("Hello,", world.marker("the text of a mail made by the SDK"), "");
  private SdkEngine engine;

  @BeforeEach
  void create() {
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

  @AfterEach
  void nothingBroken() {
    assertEquals(List.of(), stage.console().policyViolations());
    assertEquals(List.of(), stage.console().errors());
  }

  @Test
  @DisplayName("inspectPkcs12 tells today's protection from the old one, without the passphrase")
  void inspect() {
    JsonNode today = engine.call("inspectPkcs12", bytes(alice.p12())).result();
    assertTrue(today.get("everyKeyEncrypted").asBoolean());
    assertTrue(today.get("mac").get("iterations").asInt() >= 2048);
    JsonNode old = engine.call("inspectPkcs12", bytes(alice.oldP12())).result();
    assertFalse(old.get("weaknesses").isEmpty());
    assertEquals(
        "not-pkcs12",
        engine.call("inspectPkcs12", bytes("letter".getBytes(StandardCharsets.UTF_8))).code());
  }

  @Test
  @DisplayName("unlock, keys and lock: handles, no private key, and nothing after locking")
  void keys() {
    assertEquals("wrong-passphrase", engine.call("unlock", bytes(alice.p12()), "no").code());
    JsonNode unlocked = unlock(alice);
    assertEquals(1, unlocked.size());
    JsonNode key = unlocked.get(0);
    assertTrue(key.get("canSign").asBoolean());
    assertTrue(key.get("canDecrypt").asBoolean());
    assertArrayEquals(
        alice.identity().certificateDer(),
        Base64.getDecoder().decode(key.get("certificate").get("der").asText()));
    assertEquals(unlocked, engine.call("keys").result());
    assertEquals(
        1,
        engine
            .call("unlock", bytes(world.carol().p12()), world.carol().passphrase())
            .result()
            .size());
    assertEquals(2, engine.call("keys").result().size());
    engine.call("lock").result();
    assertEquals(0, engine.call("keys").result().size());
    assertEquals("key-locked", engine.call("sign", bytes(entity), key(key)).code());
  }

  @Test
  @DisplayName(
      "reprotectPkcs12: OpenSSL 3.0 opens the compatible form; only the new passphrase fits")
  void reprotect() {
    String fresh = world.passphrase("alice after reprotection");
    byte[] compatible =
        engine.bytes(
            "reprotectPkcs12",
            bytes(alice.oldP12()),
            alice.passphrase(),
            fresh,
            Map.of("compatible", true));
    assertArrayEquals(alice.identity().pkcs8(), stage.openssl().privateKey(compatible, fresh));
    byte[] p12 = engine.bytes("reprotectPkcs12", bytes(alice.oldP12()), alice.passphrase(), fresh);
    JsonNode info = engine.call("inspectPkcs12", bytes(p12)).result();
    assertEquals(0, info.get("weaknesses").size(), info.toString());
    assertFalse(info.get("certificates").isEmpty(), "certificates can be read while locked");
    assertEquals("wrong-passphrase", engine.call("unlock", bytes(p12), alice.passphrase()).code());
    assertEquals(1, engine.call("unlock", bytes(p12), fresh).result().size());
  }

  @Test
  @DisplayName("readCertificates and checkCertificate")
  void certificates() {
    JsonNode read =
        engine.call("readCertificates", bytes(bob.identity().certificateDer())).result();
    assertEquals(bob.address(), read.get(0).get("emailAddresses").get(0).asText());
    assertEquals("not-a-certificate", engine.call("readCertificates", bytes(entity)).code());
    Map<String, Object> certificate = bytes(bob.identity().certificateDer());
    assertTrue(engine.call("checkCertificate", certificate).result().get("trusted").asBoolean());
    JsonNode unknown =
        engine
            .call("checkCertificate", bytes(world.stranger().identity().certificateDer()))
            .result();
    assertFalse(unknown.get("trusted").asBoolean());
    assertFalse(unknown.get("problems").isEmpty());
  }

  @Test
  @DisplayName("sign: the entity stays as it was, and OpenSSL and NSS verify it")
  void sign() {
    JsonNode key = unlock(alice).get(0);
    byte[] detached = engine.bytes("sign", bytes(entity), key(key));
    assertArrayEquals(entity, MimeParts.signedEntity(detached));
    assertArrayEquals(entity, stage.openssl().verify(detached));
    stage.nss().verify(stage.openssl().cms(detached), entity);
    for (String digest : List.of("sha-256", "sha-384", "sha-512")) {
      byte[] opaque =
          engine.bytes("sign", bytes(entity), key(key, "form", "opaque", "digest", digest));
      assertArrayEquals(entity, stage.openssl().verify(opaque));
      assertArrayEquals(entity, stage.nss().verify(stage.openssl().cms(opaque)));
    }
  }

  @Test
  @DisplayName("encrypt: to several recipients, each of whom reads it byte for byte")
  void encrypt() {
    byte[] message =
        engine.bytes("encrypt", bytes(entity), Map.of("recipients", recipients(alice, bob)));
    for (Person recipient : List.of(alice, bob)) {
      assertArrayEquals(entity, stage.openssl().decrypt(message, recipient));
    }
    assertArrayEquals(entity, stage.nss().decrypt(stage.openssl().cms(message)));
    assertFalse(stage.openssl().opens(message, world.stranger()));
  }

  @Test
  @DisplayName("signAndEncrypt and open: there and back, header fields in order")
  void both() {
    byte[] message = Mail.message(alice, bob, "There and back", entity);
    JsonNode key = unlock(alice).get(0);
    Map<String, Object> options = new HashMap<>(key(key));
    options.put("recipients", recipients(bob));
    byte[] sent = engine.bytes("signAndEncrypt", bytes(message), options);
    byte[] signed = stage.openssl().decrypt(sent, bob);
    assertArrayEquals(entity, stage.openssl().verify(signed));

    JsonNode locked = engine.call("open", bytes(sent)).result();
    assertEquals("no-key", locked.get("status").get("code").asText());
    unlock(bob);
    JsonNode opened = engine.call("open", bytes(sent)).result();
    assertEquals("verified-revocation-off", opened.get("status").get("code").asText());
    assertArrayEquals(entity, Base64.getDecoder().decode(opened.get("content").asText()));
    assertEquals(2, opened.get("layers").size());
  }

  @Test
  @DisplayName(
      "a large operation reports its progress, is given up on a signal, and the next one works")
  void abort() {
    byte[] large = new byte[12_000_000];
    new Random(3).nextBytes(large);
    Map<String, Object> message =
        stage.served("large", Mail.message(alice, bob, "x", mixed(large)));
    Map<String, Object> options = new HashMap<>();
    options.put("recipients", recipients(bob));
    options.put(SdkPage.GIVE_UP, true);
    assertEquals("aborted", engine.call("encrypt", message, options).code());
    assertArrayEquals(
        entity,
        stage
            .openssl()
            .decrypt(
                engine.bytes("encrypt", bytes(entity), Map.of("recipients", recipients(bob))),
                bob));
  }

  @Test
  @DisplayName("open without a key is locked; close ends everything")
  void close() {
    byte[] sent = Mail.message(bob, alice, "x", Mail.encrypted(alice, entity));
    JsonNode locked = engine.call("open", bytes(sent)).result();
    assertEquals("locked", locked.get("status").get("code").asText());
    assertTrue(locked.get("content").isNull());
    engine.call("close").result();
    assertEquals("engine-closed", engine.call("keys").code());
    assertEquals("engine-closed", engine.call("open", bytes(sent)).code());
  }

  private static byte[] mixed(byte[] content) {
    String text =
        "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getMimeEncoder().encodeToString(content);
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private JsonNode unlock(Person person) {
    return engine.call("unlock", bytes(person.p12()), person.passphrase()).result();
  }

  private static Map<String, Object> key(JsonNode key, String... more) {
    Map<String, Object> options = new HashMap<>();
    options.put("key", SdkPage.key(key.get("id").asText()));
    for (int i = 0; i < more.length; i += 2) {
      options.put(more[i], more[i + 1]);
    }
    return options;
  }

  private static List<Map<String, Object>> recipients(Person... people) {
    return java.util.Arrays.stream(people)
        .map(person -> bytes(person.identity().certificateDer()))
        .toList();
  }
}
