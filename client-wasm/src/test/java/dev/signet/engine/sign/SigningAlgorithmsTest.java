package dev.signet.engine.sign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SignOptions;
import dev.signet.engine.SignOptions.Padding;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cms.recipient.Secrets;
import dev.signet.engine.correspondent.Correspondents;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.engine.open.MessageOpener;
import dev.signet.engine.open.SignerCheck;
import dev.signet.engine.path.VerifiedSignatures;
import dev.signet.engine.port.Answers;
import dev.signet.engine.report.OpenedMessage;
import dev.signet.engine.report.StatusCode;
import dev.signet.engine.revocation.Evidence;
import dev.signet.engine.revocation.ocsp.OcspCache;
import dev.signet.engine.trust.CertificateTrust;
import dev.signet.testing.BcPerson;
import dev.signet.testing.Identity;
import dev.signet.testing.Keys;
import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import dev.signet.testing.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jcajce.spec.MLDSAParameterSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every algorithm that the engine signs with, read by those peers that have it. */
@DisplayName("What is signed")
class SigningAlgorithmsTest {
  private static final HeapHost HOST = new HeapHost();
  private static final Answers ANSWERS = RareAnswers.withCommon(HOST);

  /** A little ahead: an anchor begins to be valid when it is made. */
  private static final long NOW = System.currentTimeMillis() + 60_000;

  @TempDir static Path folder;
  private static TestCa root;
  private static Identity alice;

  @BeforeAll
  static void issue() {
    root = TestCa.root(folder, "root");
    alice = root.issue("alice", Leaf.rsa("alice@example.org"));
  }

  private static byte[] sign(UnlockedKey key, DigestAlgorithm digest, Padding padding) {
    SignOptions options = new SignOptions(key.id(), false, digest, NOW, padding);
    return ANSWERS
        .run(new MessageSigner(HOST).sign(HOST.hold(message()), key, List.of(), options))
        .read();
  }

  private static byte[] message() {
    return Mail.plain().message();
  }

  @ParameterizedTest
  @EnumSource(
      value = DigestAlgorithm.class,
      names = {"SHA256", "SHA384", "SHA512"})
  @DisplayName("with RSA-PSS is verified by OpenSSL and NSS")
  void pss(DigestAlgorithm digest) throws IOException {
    byte[] signed = sign(Unlocked.of(alice), digest, Padding.PSS);
    assertTrue(new String(signed, ISO_8859_1).contains("micalg=" + digest.micalg() + ";"));
    Path file = Files.write(folder.resolve("pss.eml"), signed);
    OpenSsl.run(folder, "cms", "-verify", "-in", file.toString(), "-CAfile", "root.pem");
    NssDatabase nss = new NssDatabase(folder);
    nss.trust(root.certificate());
    Detached detached = Detached.of(signed);
    String description = nss.describe(detached.signature(), detached.content());
    assertTrue(description.contains("signer0.status=GoodSignature;"), description);
  }

  private static UnlockedKey unlocked(BcPerson person) {
    PrivateKey key = Keys.read(PrivateKeyInfo.getInstance(person.privateKey().getEncoded()));
    MailCertificate certificate = MailCertificate.of(person.certificateDer());
    assertTrue(key.belongsTo(certificate.publicKey()) || key.kind().rare());
    return new UnlockedKey("key", key, certificate, List.of(certificate), true, false);
  }

  private static AlgorithmParameterSpec spec(String key) {
    return switch (key) {
      case "ML-DSA-44" -> MLDSAParameterSpec.ml_dsa_44;
      case "ML-DSA-65" -> MLDSAParameterSpec.ml_dsa_65;
      case "ML-DSA-87" -> MLDSAParameterSpec.ml_dsa_87;
      default -> null;
    };
  }

  @ParameterizedTest
  @CsvSource({"Ed25519, sha-512", "ML-DSA-44, sha-512", "ML-DSA-65, sha-512", "ML-DSA-87, sha-512"})
  @DisplayName("with an algorithm that prescribes its hash is verified by Bouncy Castle and here")
  void prescribed(String key, String micalg) throws Exception {
    BcPerson authority = BcPerson.root("RSA", null, "SHA256withRSA");
    BcPerson person =
        authority.issue(
            key.startsWith("ML-DSA") ? "ML-DSA" : key, spec(key), key, "alice@example.org");
    byte[] signed = sign(unlocked(person), DigestAlgorithm.SHA256, null);
    assertTrue(new String(signed, ISO_8859_1).contains("micalg=" + micalg + ";"));
    Detached detached = Detached.of(signed);
    CMSSignedData cms =
        new CMSSignedData(new CMSProcessableByteArray(detached.content()), detached.signature());
    assertTrue(
        cms.getSignerInfos()
            .iterator()
            .next()
            .verify(
                new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(BcPerson.PROVIDER)
                    .build(person.certificate())));
    OpenedMessage opened = open(authority.certificateDer(), signed);
    assertEquals(key, opened.signers().get(0).algorithm());
    assertEquals(List.of(), opened.signers().get(0).certificate().problems());
    assertTrue(opened.status().code() != StatusCode.TAMPERED);
  }

  private static OpenedMessage open(byte[] anchor, byte[] message) {
    CertificateTrust trust =
        new CertificateTrust(
            HOST,
            new OcspCache(),
            new CertificateTrust.Inputs(
                List.of(MailCertificate.of(anchor)),
                List.of(),
                Evidence.NONE,
                true,
                2048,
                NOW,
                new VerifiedSignatures()));
    SignerCheck check = new SignerCheck(HOST, trust, List.of());
    Secrets none = new Secrets(List.of(), List.of(), List.of(), List.of());
    Correspondents correspondents = new Correspondents(trust, List.of());
    return ANSWERS.run(
        new MessageOpener(HOST, none, check, correspondents).open(HOST.hold(message)));
  }

  private static byte[] pem(Path file) throws IOException {
    return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[^-]*-----", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"44", "65", "87"})
  @DisplayName("with the published ML-DSA keys fits their certificates, in every form")
  void publishedKeys(String size) throws IOException {
    Path examples = Vectors.folder("pqc-lamps").resolve("lamps-mldsa-certs/examples");
    MailCertificate certificate =
        MailCertificate.of(pem(examples.resolve("ML-DSA-" + size + ".crt")));
    for (String form : List.of("seed", "expanded", "both")) {
      byte[] pkcs8 = pem(examples.resolve("ML-DSA-" + size + "-" + form + ".priv"));
      PrivateKey key = Keys.read(PrivateKeyInfo.getInstance(pkcs8));
      assertTrue(key.belongsTo(certificate.publicKey()), form);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  @DisplayName("with the published ML-DSA keys whose parts do not agree is refused")
  // The third differs in one coefficient of t0, which is not looked at: see MlDsaKeys.
  void badKeys(String number) throws IOException {
    Path examples = Vectors.folder("pqc-lamps").resolve("lamps-mldsa-certs/examples");
    byte[] pkcs8 = pem(examples.resolve("bad-ML-DSA-44-" + number + ".priv"));
    SmimeException error =
        assertThrows(SmimeException.class, () -> Keys.read(PrivateKeyInfo.getInstance(pkcs8)));
    assertEquals(ErrorCode.DAMAGED_PKCS12, error.code());
  }

  @Test
  @DisplayName("names the other key of the same person for answers, and brings its certificate")
  void answers() {
    UnlockedKey signing =
        unlocked(
            BcPerson.root("RSA", null, "SHA256withRSA")
                .issue("Ed25519", null, "Ed25519", "alice@example.org"));
    UnlockedKey decrypting = Unlocked.of(alice);
    SignOptions options = new SignOptions("key", true, DigestAlgorithm.SHA256, NOW);
    byte[] signed =
        ANSWERS
            .run(
                new MessageSigner(HOST)
                    .sign(HOST.hold(message()), signing, List.of(signing, decrypting), options))
            .read();
    OpenedMessage opened = open(alice.certificateDer(), signed);
    assertEquals(
        new dev.signet.engine.cert.CertificateFacts(decrypting.certificate()).sha256(),
        new dev.signet.engine.cert.CertificateFacts(
                opened.signers().get(0).encryption().certificate().certificate())
            .sha256());
    assertTrue(opened.signers().get(0).capabilities().contains("1.2.840.113549.1.1.7"));
    assertArrayEquals(Mail.plain().enclosed(), opened.content().read());
  }
}
