package dev.signet.engine.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.testing.BcPerson;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.DSAParams;
import java.security.interfaces.DSAPublicKey;
import java.security.spec.DSAParameterSpec;
import java.util.List;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The parameters of a DSA key that leaves them to its issuer")
class InheritedParametersTest {
  private static final String SIGNATURE = "SHA256withDSA";

  private static KeyPair freshParameters() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA", BcPerson.PROVIDER);
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static KeyPair withParametersOf(KeyPair other) {
    DSAParams same = ((DSAPublicKey) other.getPublic()).getParams();
    return Authority.keys("DSA", new DSAParameterSpec(same.getP(), same.getQ(), same.getG()));
  }

  /** Another generator of the same group. */
  private static KeyPair otherParameters(KeyPair one) {
    DSAParams same = ((DSAPublicKey) one.getPublic()).getParams();
    return Authority.keys(
        "DSA",
        new DSAParameterSpec(
            same.getP(), same.getQ(), same.getG().modPow(BigInteger.TWO, same.getP())));
  }

  /** The key without its parameters. */
  private static SubjectPublicKeyInfo bare(Authority authority) {
    SubjectPublicKeyInfo key = authority.publicKey();
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(key.getAlgorithm().getAlgorithm()),
        key.getPublicKeyData().getOctets());
  }

  @Test
  @DisplayName("are those of the issuer on the path that is tried, over several certificates")
  void inherited() throws GeneralSecurityException {
    KeyPair parameters = freshParameters();
    Authority root = Authority.named("CN=Root").with(parameters, SIGNATURE);
    Authority other = Authority.named("CN=Other").with(otherParameters(parameters), SIGNATURE);
    Authority third = Authority.named("CN=Third");
    Authority middle = Authority.named("CN=Middle").with(withParametersOf(parameters), SIGNATURE);
    Authority low = Authority.named("CN=Low").with(withParametersOf(parameters), SIGNATURE);
    MailCertificate leaf = low.leaf();
    MailCertificate second = middle.certify(low).key(bare(low)).make();
    MailCertificate byRoot = root.certify(middle).key(bare(middle)).make();
    MailCertificate byOther = other.certify(middle).key(bare(middle)).make();
    MailCertificate byThird = third.certify(middle).key(bare(middle)).make();
    MailCertificate anchor = root.self();
    List<MailCertificate> heap = List.of(byOther, byThird, second, byRoot);
    List<MailCertificate> anchors = List.of(other.self(), third.self(), anchor);
    assertEquals(
        List.of(List.of(leaf, second, byRoot, anchor)), new Searching(leaf, heap, anchors).all());
  }

  @Test
  @DisplayName("are nowhere where an anchor leaves them out")
  void missing() throws GeneralSecurityException {
    Authority root = Authority.named("CN=Root").with(freshParameters(), SIGNATURE);
    MailCertificate anchor = root.certify(root).key(bare(root)).make();
    assertEquals(
        List.of("UNSUPPORTED_ALGORITHM@0"),
        new Searching(root.leaf(), List.of(), List.of(anchor)).problems());
  }
}
