package dev.signet.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.cases.EngineUnderTest.Judged;
import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.BcMail;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OcspResponder;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which certificate of a message answers are encrypted to, and whether it may be kept. */
@DisplayName("The certificate for answers in a signed message")
public abstract class CorrespondentCases extends MessageCases {
  private static final Map<String, Identity> PEOPLE = new ConcurrentHashMap<>();
  private static final String SIGNS = "critical,digitalSignature";
  private static final String ENCRYPTS = "critical,keyEncipherment";

  private Identity person(String name, Leaf leaf) {
    return PEOPLE.computeIfAbsent(name, each -> world.ca().issue("correspondent-" + each, leaf));
  }

  /** Alice's key for signing alone. */
  private Identity signs() {
    return person("signs", Leaf.rsa("alice@example.org").withKeyUsage(SIGNS));
  }

  private Identity encrypts() {
    return person("encrypts", Leaf.rsa("alice@example.org").withKeyUsage(ENCRYPTS));
  }

  /** Alice's, by an authority that nobody knows, and issued later than {@link #encrypts()}. */
  private Identity strange() {
    return PEOPLE.computeIfAbsent(
        "strange",
        name ->
            TestCa.root(world.folder(), "Strange")
                .issue(
                    "correspondent-strange",
                    Leaf.rsa("alice@example.org")
                        .withKeyUsage(ENCRYPTS)
                        .withValidity(
                            Instant.now().minus(1, ChronoUnit.HOURS),
                            Instant.now().plus(90, ChronoUnit.DAYS))));
  }

  private Identity issued(String name, int daysAgo, String address) {
    return person(
        name,
        Leaf.rsa(address)
            .withValidity(
                Instant.now().minus(daysAgo, ChronoUnit.DAYS),
                Instant.now().plus(90, ChronoUnit.DAYS)));
  }

  private static String fingerprint(Identity person) {
    SHA256Digest digest = new SHA256Digest();
    byte[] der = person.certificateDer();
    digest.update(der, 0, der.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return HexFormat.of().formatHex(hash);
  }

  private static JsonNode answer(Opened opened) {
    return opened.report().at("/signature/signers/0/encryption");
  }

  /** Signed by one, with the certificates of others. */
  private byte[] signed(Identity signer, Identity... others) {
    if (others.length == 0) {
      return Mail.fromAlice().signedBy(signer);
    }
    try {
      StringBuilder pem = new StringBuilder();
      for (Identity other : others) {
        pem.append(Files.readString(other.certificate()));
      }
      Path file = Files.createTempFile(world.folder(), "others", ".pem");
      Files.writeString(file, pem);
      return Mail.fromAlice().signedBy(signer, "-certfile", file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode decided(String decision, Identity whose, Opened opened) {
    JsonNode answer = answer(opened);
    assertEquals(decision, answer.path("decision").asText(), opened::toString);
    assertEquals(
        fingerprint(whose), answer.at("/certificate/certificate/fingerprints/sha256").asText());
    return answer;
  }

  private Opened opened(byte[] mail, Identity... held) {
    List<byte[]> certificates = new ArrayList<>();
    for (Identity each : held) {
      certificates.add(each.certificateDer());
    }
    return engine.open(mail, Judged.at(System.currentTimeMillis()), certificates);
  }

  @Nested
  @DisplayName("is")
  class Which {
    @Test
    @DisplayName("the signer's own, where it is for both uses")
    void own() {
      JsonNode answer = decided("import", world.alice(), opened(signed(world.alice())));
      assertEquals("alice@example.org", answer.get("address").asText());
      assertTrue(answer.get("replaces").isNull());
      assertTrue(answer.at("/certificate/trusted").asBoolean());
    }

    @Test
    @DisplayName("the one that the signer names")
    void named() {
      String key = engine.unlock(signs().p12("x"), "x").at("/0/id").asText();
      engine.unlock(encrypts().p12("x"), "x");
      byte[] mail = engine.sign(Mail.fromAlice().of(Mail.ENTITY), key, false, null);
      decided("import", encrypts(), opened(mail));
    }

    @Test
    @DisplayName("none where the one that the signer names was taken out, and another put in")
    void takenOut() {
      String key = engine.unlock(signs().p12("x"), "x").at("/0/id").asText();
      engine.unlock(encrypts().p12("x"), "x");
      byte[] mail = engine.sign(Mail.fromAlice().of(Mail.ENTITY), key, true, null);
      decided("import", encrypts(), opened(mail));
      Identity other = person("other", Leaf.rsa("alice@example.org").withKeyUsage(ENCRYPTS));
      byte[] changed = BcMail.withCertificates(mail, List.of(signs(), other, world.alice()));
      Opened opened = opened(Mail.fromAlice().of(changed));
      assertEquals("green", opened.colour(), opened::toString);
      assertTrue(answer(opened).isNull(), opened::toString);
    }

    @Test
    @DisplayName("else another of the same address, from the same issuer rather than a later one")
    void another() {
      decided("import", encrypts(), opened(signed(signs(), strange(), encrypts(), world.bob())));
    }

    @Test
    @DisplayName("none where there is none, and none of a signature that is wrong")
    void none() {
      assertTrue(answer(opened(signed(signs(), world.bob()))).isNull());
      byte[] mail = Mail.fromAlice().signedBy(world.alice(), "-binary");
      Opened tampered = opened(Mail.changed(mail, "K\u00f6ln", "B\u00f6hn"));
      assertEquals("tampered", tampered.code());
      assertTrue(answer(tampered).isNull());
    }
  }

  @Nested
  @DisplayName("beside those that are held is")
  class Held {
    @Test
    @DisplayName("held already, or older than one of them")
    void held() {
      decided("held", world.alice(), opened(signed(world.alice()), world.alice()));
      Identity newer = issued("newer", 1, "alice@example.org");
      JsonNode answer = decided("older", world.alice(), opened(signed(world.alice()), newer));
      assertTrue(answer.get("replaces").isNull());
    }

    @Test
    @DisplayName("newer, and says which it takes the place of")
    void newer() {
      Identity older = issued("older", 9, "Alice@Example.org");
      Identity oldest = issued("oldest", 30, "alice@example.org");
      JsonNode answer =
          decided("import", world.alice(), opened(signed(world.alice()), oldest, older));
      assertEquals(fingerprint(older), answer.get("replaces").asText());
    }

    @Test
    @DisplayName("not compared with another's, nor with one for signing alone")
    void others() {
      Identity another = issued("another", 1, "bob@example.org");
      Identity signing =
          person(
              "newersigns",
              Leaf.rsa("alice@example.org")
                  .withKeyUsage(SIGNS)
                  .withValidity(
                      Instant.now().minus(1, ChronoUnit.HOURS),
                      Instant.now().plus(90, ChronoUnit.DAYS)));
      JsonNode answer =
          decided("import", world.alice(), opened(signed(world.alice()), another, signing));
      assertTrue(answer.get("replaces").isNull());
    }
  }

  @Nested
  @DisplayName("may not be kept")
  class Refused {
    @Test
    @DisplayName("without a valid path")
    void untrusted() {
      Opened opened = opened(signed(signs(), strange()));
      assertEquals("green", opened.colour());
      JsonNode answer = decided("not-trusted", strange(), opened);
      assertFalse(answer.at("/certificate/trusted").asBoolean());
    }

    @Test
    @DisplayName("for an address that the message is not from")
    void otherAddress() {
      Identity both =
          person("both", Leaf.rsa("alice@example.org", "al@example.org").withKeyUsage(SIGNS));
      Identity second = person("second", Leaf.rsa("al@example.org").withKeyUsage(ENCRYPTS));
      String key = engine.unlock(both.p12("x"), "x").at("/0/id").asText();
      engine.unlock(second.p12("x"), "x");
      byte[] mail = engine.sign(Mail.fromAlice().of(Mail.ENTITY), key, false, null);
      decided("other-address", second, opened(mail));
    }

    @Test
    @DisplayName("of a message that is not green, whoever of several signers is not")
    void notGreen() {
      Mail old = Mail.fromAlice().dated("Fri, 21 Nov 1997 09:55:06 -0600");
      decided("signature-not-green", world.alice(), opened(old.signedBy(world.alice())));
      Opened two =
          opened(
              Mail.fromAlice()
                  .signedBy(
                      world.alice(),
                      "-signer",
                      world.stranger().certificate().toString(),
                      "-inkey",
                      world.stranger().key().toString()));
      assertEquals("red", two.colour());
      for (JsonNode signer : two.report().at("/signature/signers")) {
        assertEquals("signature-not-green", signer.at("/encryption/decision").asText());
      }
    }

    @Test
    @DisplayName("while it is revoked, or nobody tells; and may where it is good")
    void revocation() {
      byte[] answerOnSigner = OcspResponder.of(world.ca()).answerOn(signs().certificate());
      byte[] mail = signed(signs(), encrypts());
      decided("revocation-unknown", encrypts(), told(mail, answerOnSigner));
      byte[] good = OcspResponder.of(world.ca()).answerOn(encrypts().certificate());
      Opened opened = told(mail, answerOnSigner, good);
      assertEquals("verified", opened.code());
      decided("import", encrypts(), opened);
      Identity lost =
          world
              .ca()
              .issue(
                  "correspondent-lost" + System.identityHashCode(this),
                  Leaf.rsa("alice@example.org").withKeyUsage(ENCRYPTS));
      world.ca().revoke(lost.certificate(), "keyCompromise");
      byte[] revoked = OcspResponder.of(world.ca()).answerOn(lost.certificate());
      decided("revoked", lost, told(signed(signs(), lost), answerOnSigner, revoked));
    }

    private Opened told(byte[] mail, byte[]... answers) {
      Judged judged =
          new Judged(System.currentTimeMillis(), List.of(), null, List.of(), List.of(answers));
      try (EngineUnderTest asking = engines().create(List.of(world.ca().certificateDer()), false)) {
        return asking.open(mail, judged, List.of());
      }
    }
  }
}
