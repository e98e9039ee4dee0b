package dev.signet.wasm.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.EngineError;
import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.cases.Mail;
import dev.signet.cases.World;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.heap.HeapBulk;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.wire.AnswerReader;
import dev.signet.engine.port.wire.AskWriter;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.Texts;
import dev.signet.wasm.browser.WasmPage.HostKind;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("wasm")
@DisplayName("The module with rarely used algorithms")
class RareModuleTest {
  private static final String[] SEED = {"-provider", "legacy", "-provider", "default", "-seed-cbc"};

  private final World world = World.get();
  private final WasmPage page = SharedPage.get();
  private final WasmEngine engine =
      new WasmEngine(page, HostKind.WEB_CRYPTO, List.of(world.ca().certificateDer()), true);

  @AfterEach
  void breaksNoRule() {
    assertEquals(List.of(), page.violations());
  }

  private String unlock(Identity person) {
    return engine.unlock(person.p12(World.PASSPHRASE), World.PASSPHRASE).at("/0/id").asText();
  }

  @Test
  @DisplayName("is not fetched for ordinary mail, and once for all that needs it")
  void lazily() {
    String key = unlock(world.alice());
    byte[] carols = Mail.from("Carol <carol@example.org>").signedBy(world.carol());
    byte[] mail = Mail.fromAlice().of(Mail.ENTITY);
    byte[] made = engine.signAndEncrypt(mail, key, List.of(world.alice().certificateDer()));
    assertEquals("green", engine.open(made).colour());
    assertEquals("green", engine.open(carols).colour());
    assertEquals(0, page.rareLoads());
    for (int i = 0; i < 2; i++) {
      Opened opened = engine.open(Mail.fromAlice().encryptedTo(world.alice(), SEED));
      assertEquals("decrypted", opened.code());
      assertArrayEquals(Mail.ENTITY, opened.content());
    }
    assertEquals(1, page.rareLoads());
    assertTrue(
        page.served().stream().anyMatch(file -> file.toString().endsWith("signet-rare.wasm")));
  }

  @Test
  @DisplayName("that cannot be loaded makes no verdict green, says so, and is tried again")
  void missing() {
    Identity signer =
        world.ca().issue("dsaunloaded", Leaf.rsa("alice@example.org").withKey("DSA:2048"));
    byte[] signed = Mail.fromAlice().signedBy(signer, "-binary", "-md", "sha256");
    byte[] encrypted = Mail.fromAlice().encryptedTo(world.alice(), SEED);
    unlock(world.alice());
    for (String file : List.of("missing.wasm", "text.wasm")) {
      page.rareFrom(file);
      for (byte[] mail : List.of(signed, encrypted)) {
        Opened opened = engine.open(mail);
        assertEquals("red internal-error", opened.colour() + " " + opened.code());
        String message = Texts.of(opened.report().get("status"));
        assertTrue(message.contains("could not be loaded"), message);
      }
    }
    page.rareFrom("missing.wasm");
    Identity ed448 =
        world.ca().issue("ed448unloaded", Leaf.rsa("alice@example.org").withKey("ED448"));
    assertEquals("engine-unavailable", assertThrows(EngineError.class, () -> unlock(ed448)).code());
    page.rareFrom("signet-rare.wasm");
    assertEquals("green", engine.open(signed).colour());
    assertEquals("decrypted", engine.open(encrypted).code());
  }

  @Test
  @DisplayName("and the engine's own answer asks by themselves, errors too")
  void answers() {
    Ask<byte[]> digest =
        new Ask.Digest(DigestAlgorithm.SHA3_256, new HeapBulk("abc".getBytes(US_ASCII)));
    assertEquals(
        "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
        Hex.toHexString((byte[]) answer("signet-primitives.wasm", digest)));
    Identity person = world.ca().issue("ed448", Leaf.rsa("alice@example.org").withKey("ED448"));
    Ask<byte[]> publicKey = new Ask.PublicKeyOf(PrivateKey.of(person.pkcs8()));
    byte[] spki = (byte[]) answer("signet-rare.wasm", publicKey);
    assertEquals("3043300506032b6571033a00", Hex.toHexString(spki, 0, 12));
    assertEquals(
        "unsupported-algorithm",
        assertThrows(SmimeException.class, () -> answer("signet-primitives.wasm", publicKey))
            .code()
            .text());
    assertThrows(SmimeException.class, () -> answer("signet-rare.wasm", digest));
  }

  private Object answer(String module, Ask<?> ask) {
    List<byte[]> list = new ArrayList<>();
    AskWriter.write(ask, HeapBulk::new).forEach(item -> list.add(item.read()));
    List<Bulk> answer = new ArrayList<>();
    page.answer(module, list).forEach(item -> answer.add(new HeapBulk(item)));
    return AnswerReader.read(ask, answer).value();
  }
}
