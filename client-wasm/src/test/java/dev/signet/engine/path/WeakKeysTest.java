package dev.signet.engine.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.testing.BcPerson;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A key that is too short")
class WeakKeysTest {
  private final Authority root = Authority.named("CN=Root");
  private final MailCertificate anchor = root.self();

  private static KeyPair dsa(int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA", BcPerson.PROVIDER);
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  private static Authority curve(String name) {
    return Authority.named("CN=Middle")
        .with(Authority.keys("EC", new ECGenParameterSpec(name)), "SHA256withECDSA");
  }

  private List<String> problems(MailCertificate leaf, MailCertificate... heap) {
    return new Searching(leaf, List.of(heap), List.of(anchor)).problems();
  }

  private void weak(Authority middle) {
    assertEquals(List.of("WEAK_KEY@0"), problems(root.certify(middle).leaf().make()));
    assertEquals(List.of("WEAK_KEY@1"), problems(middle.leaf(), root.certify(middle).make()));
  }

  private void strong(Authority middle) {
    MailCertificate own = root.certify(middle).make();
    MailCertificate leaf = middle.leaf();
    assertEquals(
        List.of(leaf, own, anchor), new Searching(leaf, List.of(own), List.of(anchor)).next());
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 1024})
  @DisplayName("of DSA is weak in a leaf and in an authority")
  void shortDsa(int bits) throws GeneralSecurityException {
    weak(Authority.named("CN=Middle").with(dsa(bits), "SHA256withDSA"));
  }

  @Test
  @DisplayName("of DSA is not weak with 2048 bits")
  void longDsa() throws GeneralSecurityException {
    strong(Authority.named("CN=Middle").with(dsa(2048), "SHA256withDSA"));
  }

  @Test
  @DisplayName("of DSA is as weak where its parameters are those of the certificate above")
  void inherited() throws GeneralSecurityException {
    Authority middle = Authority.named("CN=Middle").with(dsa(1024), "SHA256withDSA");
    SubjectPublicKeyInfo key = middle.publicKey();
    SubjectPublicKeyInfo bare =
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(key.getAlgorithm().getAlgorithm()),
            key.getPublicKeyData().getOctets());
    MailCertificate leaf = middle.certify(Authority.named("CN=Leaf")).leaf().key(bare).make();
    assertEquals(List.of("WEAK_KEY@0", "WEAK_KEY@1"), problems(leaf, root.certify(middle).make()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"brainpoolP160r1", "brainpoolP192r1", "brainpoolP224r1"})
  @DisplayName("on a curve is weak in a leaf and in an authority")
  void shortCurves(String name) {
    weak(curve(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"brainpoolP256r1", "P-256", "P-521"})
  @DisplayName("on a curve is not weak with 256 bits")
  void longCurves(String name) {
    strong(curve(name));
  }
}
