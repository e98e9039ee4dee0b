package dev.signet.attacks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.cases.JvmEngine;
import dev.signet.testing.BcPerson;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.DSAPublicKey;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Whoever chooses the parameters of a DSA key signs without it: where p is y² + y + 1, the number y
 * has three powers, and one of a few values verifies.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("DSA parameters chosen so that everybody can sign")
class ForgedDsaParametersTest {
  private static final long DAY = 24L * 60 * 60 * 1000;

  private KeyPair root;
  private KeyPair alice;
  private SubjectPublicKeyInfo full;
  private SubjectPublicKeyInfo bare;
  private DSAParameter chosen;
  private X509CertificateHolder anchor;

  @BeforeAll
  void keys() throws Exception {
    root = keys("RSA");
    alice = keys("DSA");
    full = key(alice);
    bare =
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa),
            full.getPublicKeyData().getOctets());
    BigInteger y = ((DSAPublicKey) alice.getPublic()).getY();
    BigInteger p = y.multiply(y).add(y).add(BigInteger.ONE);
    chosen = new DSAParameter(p, BigInteger.valueOf(3).pow(101), y);
    anchor = certificate(1, "CN=Root", key(root), true, root.getPrivate());
  }

  private static KeyPair keys(String algorithm) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, BcPerson.PROVIDER);
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static SubjectPublicKeyInfo key(KeyPair pair) {
    return SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
  }

  private SubjectPublicKeyInfo withChosen() throws IOException {
    return new SubjectPublicKeyInfo(
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, chosen),
        ASN1Integer.getInstance(full.parsePublicKey()));
  }

  private static ContentSigner signer(String algorithm, PrivateKey key)
      throws OperatorCreationException {
    return new JcaContentSignerBuilder(algorithm).setProvider(BcPerson.PROVIDER).build(key);
  }

  /** A certificate by somebody who calls himself Root. */
  private static X509CertificateHolder certificate(
      int serial, String subject, SubjectPublicKeyInfo key, boolean authority, PrivateKey by)
      throws IOException, OperatorCreationException {
    long now = System.currentTimeMillis();
    X509v3CertificateBuilder builder =
        new X509v3CertificateBuilder(
            new X500Name("CN=Root"),
            BigInteger.valueOf(serial),
            new Date(now - DAY),
            new Date(now + DAY),
            new X500Name(subject),
            key);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.rfc822Name, "alice@example.org")));
    return builder.build(signer("SHA256withRSA", by));
  }

  private X509CertificateHolder certified(SubjectPublicKeyInfo key)
      throws IOException, OperatorCreationException {
    return certificate(2, "CN=Alice", key, false, root.getPrivate());
  }

  private Opened forged(X509CertificateHolder... certificates) throws Exception {
    for (int i = 0; i < 100; i++) {
      try {
        return opened("Pay " + i + ".", new Forger(chosen), certificates);
      } catch (IllegalStateException e) {
        // Another message.
      }
    }
    throw new AssertionError("nothing verifies: not the attack any more");
  }

  private Opened opened(String text, ContentSigner signer, X509CertificateHolder... certificates)
      throws CMSException, IOException, OperatorCreationException {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new SignerInfoGeneratorBuilder(
                new JcaDigestCalculatorProviderBuilder().setProvider(BcPerson.PROVIDER).build())
            .build(signer, certificates[0]));
    for (X509CertificateHolder each : certificates) {
      generator.addCertificate(each);
    }
    byte[] content = ("Content-Type: text/plain\r\n\r\n" + text + "\r\n").getBytes(US_ASCII);
    byte[] cms = generator.generate(new CMSProcessableByteArray(content), true).getEncoded();
    String date = RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    String mail =
        "From: alice@example.org\r\nTo: bob@example.org\r\nDate: "
            + date
            + "\r\nMIME-Version: 1.0\r\nContent-Type: application/pkcs7-mime;"
            + " smime-type=signed-data\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getMimeEncoder().encodeToString(cms);
    return new JvmEngine(List.of(anchor.getEncoded()), true).open(mail.getBytes(US_ASCII));
  }

  @Test
  @DisplayName("do not come from a certificate in the mail that has the issuer's name")
  void inherited() throws Exception {
    SubjectPublicKeyInfo evil = withChosen();
    X509CertificateHolder issuer = certificate(3, "CN=Root", evil, true, keys("RSA").getPrivate());
    Opened forged = forged(certified(bare), issuer);
    assertEquals("unsupported", forged.code(), forged::toString);
    assertNotEquals("green", forged.colour());
  }

  @Test
  @DisplayName("do not verify where the signer's own certificate has them")
  void own() throws Exception {
    Opened forged = forged(certified(withChosen()));
    assertEquals("tampered", forged.code(), forged::toString);
  }

  @Test
  @DisplayName("are not those of an honest key, which signs, and not without its parameters")
  void honest() throws Exception {
    ContentSigner signer = signer("SHA256withDSA", alice.getPrivate());
    Opened right = opened("Pay.", signer, certified(full));
    assertEquals("green", right.colour(), right::toString);
    assertEquals("unsupported", opened("Pay.", signer, certified(bare)).code());
  }
}
