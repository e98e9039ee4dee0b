package dev.signet.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.BcMail;
import dev.signet.testing.BcPerson;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.jcajce.spec.MLDSAParameterSpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures by every algorithm, made by OpenSSL and by Bouncy Castle's CMS. */
@DisplayName("Verifying a signature")
public abstract class SignatureCases extends MessageCases {
  private static final Map<String, BcPerson> PEOPLE = new HashMap<>();
  private static final String ADDRESS = "alice@example.org";

  private static final Map<String, Identity> OTHERS = new HashMap<>();

  private Identity person(String name, Leaf leaf) {
    return OTHERS.computeIfAbsent(name, each -> world.ca().issue(each, leaf));
  }

  private Opened good(String algorithm, String digest, byte[] mail) {
    Opened opened = verdict("verified-revocation-off", "green", mail);
    JsonNode signer = opened.report().at("/signature/signers/0");
    assertEquals(algorithm, signer.get("algorithm").asText());
    assertEquals(digest, signer.get("digest").asText());
    assertArrayEquals(Mail.ENTITY, opened.content());
    return opened;
  }

  @ParameterizedTest(name = "{0} with salt {1} and MGF1 {2}")
  @CsvSource({
    "sha256, 32, sha256",
    "sha256, 0, sha256",
    "sha256, 20, sha1",
    "sha384, 48, sha384",
    "sha512, 17, sha256",
    "sha512, max, sha512"
  })
  @DisplayName("of RSA-PSS takes every salt and mask that the parameters say")
  void pss(String digest, String salt, String mask) {
    good(
        "RSA-PSS",
        digest.replace("sha", "SHA-"),
        Mail.fromAlice()
            .signedBy(
                world.alice(),
                "-binary",
                "-md",
                digest,
                "-keyopt",
                "rsa_padding_mode:pss",
                "-keyopt",
                "rsa_pss_saltlen:" + salt,
                "-keyopt",
                "rsa_mgf1_md:" + mask));
  }

  @ParameterizedTest
  @CsvSource({
    "P-521, sha512, SHA-512",
    "brainpoolP256r1, sha256, SHA-256",
    "brainpoolP384r1, sha384, SHA-384",
    "brainpoolP512r1, sha512, SHA-512",
    "P-256, sha224, SHA-224"
  })
  @DisplayName("of ECDSA knows the curves and hashes in use")
  void ecdsa(String curve, String digest, String name) {
    Identity signer = person("ec-" + curve, Leaf.ec(ADDRESS).withKey(curve));
    good("ECDSA", name, Mail.fromAlice().signedBy(signer, "-binary", "-md", digest));
  }

  @ParameterizedTest
  @CsvSource({
    "sha3-224, SHA3-224",
    "sha3-256, SHA3-256",
    "sha3-512, SHA3-512",
    "sha512-256, SHA-512/256"
  })
  @DisplayName("of RSA takes SHA-3 and the short forms of SHA-512")
  void rsa(String digest, String name) {
    good(
        "RSA PKCS#1 v1.5",
        name,
        Mail.fromAlice().signedBy(world.alice(), "-binary", "-nodetach", "-md", digest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "md5"})
  @DisplayName("over a broken hash is weak, and a wrong one tampered")
  void weak(String digest) {
    byte[] mail = Mail.fromAlice().signedBy(world.alice(), "-binary", "-md", digest);
    Opened opened = verdict("weak-algorithm", "red", mail);
    assertTrue(opened.report().at("/signature/signers/0/capabilities").isNull());
    verdict("tampered", "red", Mail.changed(mail, "K\u00f6ln", "B\u00f6hn"));
  }

  @Test
  @DisplayName("of two signers shows both, and the worse colours the message")
  void twoSigners() {
    String[] both = {
      "-binary",
      "-nodetach",
      "-signer",
      world.alice().certificate().toString(),
      "-inkey",
      world.alice().key().toString()
    };
    Identity second = person("second", Leaf.ec(ADDRESS));
    Opened opened =
        verdict("verified-revocation-off", "green", Mail.fromAlice().signedBy(second, both));
    assertEquals(2, opened.report().at("/signature/signers").size());
    verdict("untrusted", "red", Mail.fromAlice().signedBy(world.stranger(), both));
    verdict("weak-algorithm", "red", Mail.fromAlice().signedBy(world.shortKey(), both));
  }

  @Test
  @DisplayName("added by resigning stands beside the first")
  void resigned() throws IOException {
    Path first = Files.createTempFile(world.folder(), "first", ".eml");
    Files.write(first, Mail.fromAlice().signed(Mail.ENTITY, world.alice(), "-binary", "-nodetach"));
    Identity second = person("second", Leaf.ec(ADDRESS));
    String text =
        new String(
            OpenSsl.run(
                world.folder(),
                "cms",
                "-resign",
                "-in",
                first.toString(),
                "-signer",
                second.certificate().toString(),
                "-inkey",
                second.key().toString(),
                "-keyid",
                "-nodetach"),
            ISO_8859_1);
    byte[] entity = text.replaceFirst("(?i)MIME-Version: 1.0\r?\n", "").getBytes(ISO_8859_1);
    Opened opened = verdict("verified-revocation-off", "green", Mail.fromAlice().of(entity));
    List<String> algorithms = new ArrayList<>();
    for (JsonNode each : opened.report().at("/signature/signers")) {
      algorithms.add(each.get("algorithm").asText());
    }
    assertEquals(List.of("ECDSA", "RSA PKCS#1 v1.5"), algorithms.stream().sorted().toList());
  }

  @Test
  @DisplayName("finds its certificate among many, and none where none is sent")
  void certificates() {
    verdict(
        "verified-revocation-off",
        "green",
        Mail.fromAlice()
            .signedBy(world.alice(), "-keyid", "-certfile", world.bob().certificate().toString()));
    verdict("no-signer", "red", Mail.fromAlice().signedBy(world.alice(), "-nocerts"));
    verdict("malformed", "red", Mail.fromAlice().signedBy(world.alice(), "-noattr"));
  }

  @Test
  @DisplayName("gives what the signer can read and which key it wants answers to")
  void claims() {
    JsonNode signer =
        verdict("verified-revocation-off", "green", Mail.fromAlice().signedBy(world.alice()))
            .report()
            .at("/signature/signers/0");
    assertEquals("2.16.840.1.101.3.4.1.42", signer.at("/capabilities/0").asText());
    assertEquals("import", signer.at("/encryption/decision").asText());
    byte[] changed = Mail.fromAlice().signedBy(world.alice(), "-binary");
    assertTrue(
        engine
            .open(Mail.changed(changed, "K\u00f6ln", "B\u00f6hn"))
            .report()
            .at("/signature/signers/0/capabilities")
            .isNull());
    String key = engine.unlock(world.alice().p12("x"), "x").at("/0/id").asText();
    JsonNode own =
        engine
            .open(engine.sign(Mail.fromAlice().of(Mail.ENTITY), key, false, null))
            .report()
            .at("/signature/signers/0");
    assertEquals("2.16.840.1.101.3.4.1.46", own.at("/capabilities/0").asText());
    assertEquals(
        own.at("/certificate/certificate/fingerprints/sha256").asText(),
        own.at("/encryption/certificate/certificate/fingerprints/sha256").asText());
  }

  // What follows Bouncy Castle's CMS has made.

  private static BcPerson authority() {
    return PEOPLE.computeIfAbsent("root", name -> BcPerson.root("RSA", null, "SHA256withRSA"));
  }

  private static BcPerson bc(String key, AlgorithmParameterSpec spec, String signature) {
    BcPerson authority = authority();
    return PEOPLE.computeIfAbsent(
        signature, name -> authority.issue(key, spec, signature, ADDRESS));
  }

  private Opened openWith(BcPerson anchor, byte[] cms) {
    try (EngineUnderTest other = engines().create(List.of(anchor.certificateDer()), true)) {
      return other.open(Mail.fromAlice().of(BcMail.entity(cms)));
    }
  }

  private static byte[] encoded(CMSSignedData cms) {
    try {
      return cms.getEncoded();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Ed25519, Ed25519, Ed25519, SHA-512",
    "ML-DSA-44, ML-DSA-44, ML-DSA-44, SHA-512",
    "ML-DSA-65, ML-DSA-65, ML-DSA-65, SHA-512",
    "ML-DSA-87, ML-DSA-87, ML-DSA-87, SHA-512",
    "RSA, SHA512WITHRSAANDMGF1, RSA-PSS, SHA-512",
    "RSA, SHAKE128WITHRSAPSS, RSA-PSS, SHAKE128",
    "RSA, SHAKE256WITHRSAPSS, RSA-PSS, SHAKE256",
    "EC, SHAKE128WITHECDSA, ECDSA, SHAKE128",
    "EC, SHA3-512WITHECDSA, ECDSA, SHA3-512",
    "RSA, SHA3-384WITHRSA, RSA PKCS#1 v1.5, SHA3-384"
  })
  @DisplayName("that Bouncy Castle made is good, and red after a change")
  void bouncyCastle(String key, String signature, String algorithm, String digest) {
    BcPerson signer = bc(key.startsWith("ML-DSA") ? "ML-DSA" : key, spec(key), signature);
    byte[] cms = encoded(BcMail.sign(Mail.ENTITY, signer));
    Opened opened = verdict("verified-revocation-off", "green", openWith(authority(), cms));
    assertEquals(algorithm, opened.report().at("/signature/signers/0/algorithm").asText());
    assertEquals(digest, opened.report().at("/signature/signers/0/digest").asText());
    assertArrayEquals(Mail.ENTITY, opened.content());
    byte[] changed = Mail.changed(cms, "K\u00f6ln", "B\u00f6hn");
    verdict("tampered", "red", openWith(authority(), changed));
    byte[] value = cms.clone();
    value[value.length - 20] ^= 1;
    assertEquals("red", openWith(authority(), value).colour());
  }

  private static AlgorithmParameterSpec spec(String key) {
    return switch (key) {
      case "ML-DSA-44" -> MLDSAParameterSpec.ml_dsa_44;
      case "ML-DSA-65" -> MLDSAParameterSpec.ml_dsa_65;
      case "ML-DSA-87" -> MLDSAParameterSpec.ml_dsa_87;
      case "EC" -> new ECGenParameterSpec("P-256");
      default -> null;
    };
  }

  @ParameterizedTest
  @CsvSource({"Ed25519", "ML-DSA-65"})
  @DisplayName("on a certificate is checked by the same rules")
  void issuers(String key) {
    BcPerson issuer =
        PEOPLE.computeIfAbsent(
            "root " + key,
            name -> BcPerson.root(key.startsWith("ML") ? "ML-DSA" : key, spec(key), key));
    BcPerson person = issuer.issue("RSA", null, "SHA256withRSA", ADDRESS);
    byte[] cms = encoded(BcMail.sign(Mail.ENTITY, person));
    verdict("verified-revocation-off", "green", openWith(issuer, cms));
    verdict("untrusted", "red", openWith(authority(), cms));
  }

  @Test
  @DisplayName("lists who countersigned it, and keeps its colour whatever they are worth")
  void countersigned() {
    BcPerson alice = bc("RSA", null, "SHA256withRSA");
    BcPerson notary = authority().issue("EC", spec("EC"), "SHA256withECDSA", "notary@example.org");
    CMSSignedData signed = BcMail.countersigned(BcMail.sign(Mail.ENTITY, alice), notary);
    Opened opened =
        verdict("verified-revocation-off", "green", openWith(authority(), encoded(signed)));
    JsonNode counter = opened.report().at("/signature/signers/0/countersigners");
    assertEquals(1, counter.size());
    assertTrue(counter.at("/0/valid").asBoolean(), counter::toString);
    assertEquals("ECDSA", counter.at("/0/algorithm").asText());
    assertTrue(counter.at("/0/certificate/trusted").asBoolean());
    assertEquals(
        "notary@example.org", counter.at("/0/certificate/certificate/emailAddresses/0").asText());

    CMSSignedData other = BcMail.sign("another".getBytes(ISO_8859_1), alice);
    CMSSignedData moved = BcMail.withCountersigners(other, signed);
    Opened wrong =
        verdict("verified-revocation-off", "green", openWith(authority(), encoded(moved)));
    JsonNode found = wrong.report().at("/signature/signers/0/countersigners/0");
    assertEquals("tampered", found.get("fault").asText());
    assertEquals(false, found.get("valid").asBoolean());
  }

  @Test
  @DisplayName("tries every certificate with its identifier, and takes the one whose key fits")
  void sharedIdentifier() {
    BcPerson alice = bc("RSA", null, "SHA256withRSA");
    byte[] cms = BcMail.bySharedIdentifier(Mail.ENTITY, alice, authority());
    verdict("verified-revocation-off", "green", openWith(authority(), cms));
  }
}
