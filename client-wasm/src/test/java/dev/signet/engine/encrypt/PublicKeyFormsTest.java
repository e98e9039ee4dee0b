package dev.signet.engine.encrypt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.Policy;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.bc.BouncyCastleAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Step;
import dev.signet.engine.sign.Mail;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc7748.X448;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates whose public key field is not the usual one; made by hand, with no signature. */
class PublicKeyFormsTest {
  private static final HeapHost HOST = new HeapHost();
  private static final BouncyCastleAnswers ANSWERS = new BouncyCastleAnswers(HOST);
  private static final long NOW = System.currentTimeMillis();

  @TempDir static Path folder;
  private static Identity bob;
  private static RSAPublicKey key;

  @BeforeAll
  static void issue() throws IOException {
    bob = TestCa.root(folder, "root").issue("bob", Leaf.rsa("bob@example.org"));
    MailCertificate certificate = MailCertificate.of(bob.certificateDer());
    key = RSAPublicKey.getInstance(certificate.publicKey().parsePublicKey());
  }

  private static MailCertificate certificate(SubjectPublicKeyInfo publicKey) throws IOException {
    AlgorithmIdentifier none =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
    generator.setSerialNumber(new ASN1Integer(7));
    generator.setSignature(none);
    generator.setIssuer(new X500Name("CN=x"));
    generator.setSubject(new X500Name("CN=y"));
    generator.setStartDate(new Time(new DERUTCTime("200101000000Z")));
    generator.setEndDate(new Time(new DERUTCTime("491231235959Z")));
    generator.setSubjectPublicKeyInfo(publicKey);
    ASN1Encodable[] parts = {
      generator.generateTBSCertificate(), none, new DERBitString(new byte[256])
    };
    return MailCertificate.of(Certificate.getInstance(new DERSequence(parts)).getEncoded("DER"));
  }

  private static MailCertificate rsa(BigInteger modulus, BigInteger exponent) throws IOException {
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    return certificate(new SubjectPublicKeyInfo(algorithm, new RSAPublicKey(modulus, exponent)));
  }

  private static Step<Bulk> encrypt(MailCertificate recipient) {
    return Encrypting.to(
        HOST,
        HOST.hold(Mail.plain().message()),
        List.of(recipient),
        ContentCipher.AES_256_CBC,
        Policy.DEFAULT,
        NOW);
  }

  private static AlgorithmIdentifier withNull(ASN1ObjectIdentifier oid) {
    return new AlgorithmIdentifier(oid, DERNull.INSTANCE);
  }

  @ParameterizedTest
  @CsvSource({"absent, sha256", "sha1, sha1", "sha256, sha256", "mixed, sha512"})
  void openSslDecryptsWhatGoesToAKeyForOaepOnly(String parameters, String digest)
      throws IOException {
    AlgorithmIdentifier sha256 = withNull(NISTObjectIdentifiers.id_sha256);
    AlgorithmIdentifier sha512 = withNull(NISTObjectIdentifiers.id_sha512);
    AlgorithmIdentifier mgf1 = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, sha256);
    AlgorithmIdentifier empty = RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM;
    RSAESOAEPparams chosen =
        switch (parameters) {
          case "sha1" -> new RSAESOAEPparams();
          case "sha256" -> new RSAESOAEPparams(sha256, mgf1, empty);
          case "mixed" -> new RSAESOAEPparams(sha512, mgf1, empty);
          default -> null;
        };
    AlgorithmIdentifier algorithm =
        chosen == null
            ? new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP)
            : new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, chosen);
    MailCertificate recipient = certificate(new SubjectPublicKeyInfo(algorithm, key));
    Path file = Files.write(folder.resolve("oaep.eml"), ANSWERS.run(encrypt(recipient)).read());
    byte[] read =
        OpenSsl.run(
            folder,
            "cms",
            "-decrypt",
            "-binary",
            "-in",
            "oaep.eml",
            "-inkey",
            bob.key().toString());
    assertArrayEquals(Mail.plain().enclosed(), read);
    byte[] structure =
        OpenSsl.run(folder, "cms", "-cmsout", "-print", "-noout", "-in", file.toString());
    String text = new String(structure, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("rsaesOaep"), text);
    assertEquals(!digest.equals("sha1"), text.contains(digest), text);
  }

  @Test
  void keysThatWouldGiveTheContentAwayAreRefused() throws IOException {
    BigInteger modulus = key.getModulus();
    BigInteger exponent = key.getPublicExponent();
    assertRefused("damaged-key", rsa(modulus, BigInteger.ONE));
    assertRefused("damaged-key", rsa(modulus, BigInteger.TWO));
    assertRefused("damaged-key", rsa(modulus, exponent.negate()));
    assertRefused("damaged-key", rsa(modulus, modulus.subtract(BigInteger.TWO)));
    assertRefused("damaged-key", rsa(modulus.add(BigInteger.ONE), exponent));
    assertRefused("damaged-key", rsa(modulus.negate(), exponent));
    assertRefused("weak-key", rsa(modulus.shiftRight(64).setBit(0), exponent));
    assertRefused("oversized-key", rsa(modulus.shiftLeft(7000).setBit(0), exponent));
    assertTrue(ANSWERS.run(encrypt(rsa(modulus, BigInteger.valueOf(3)))).length() > 0);
  }

  @Test
  void keysThatTheEngineCannotUseAreRefused() throws IOException {
    AlgorithmIdentifier pss = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS);
    assertRefused("key-algorithm", certificate(new SubjectPublicKeyInfo(pss, key)));
    AlgorithmIdentifier strange =
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_RSAES_OAEP,
            new RSAESOAEPparams(
                withNull(new ASN1ObjectIdentifier("1.2.3.4")),
                RSAESOAEPparams.DEFAULT_MASK_GEN_FUNCTION,
                RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));
    assertRefused("key-parameters", certificate(new SubjectPublicKeyInfo(strange, key)));
    AlgorithmIdentifier plain =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
    assertRefused("damaged-key", certificate(new SubjectPublicKeyInfo(plain, new byte[] {5})));
  }

  private static MailCertificate withKey(String oid, byte[] key) throws IOException {
    return certificate(
        new SubjectPublicKeyInfo(new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)), key));
  }

  /** Little endian, as RFC 7748 has it. */
  private static byte[] coordinate(BigInteger value, int octets) {
    return Arrays.reverse(BigIntegers.asUnsignedByteArray(octets, value));
  }

  @Test
  void pointsThatGiveAwayTheSecretAreRefused() throws IOException {
    BigInteger prime = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    BigInteger order8 =
        new BigInteger(
            "325606250916557431795983626356110631294008115727848805560023387167927233504");
    BigInteger other8 =
        new BigInteger(
            "39382357235489614581723060781553021112529911719440698176882885853963445705823");
    List<BigInteger> small =
        List.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            order8,
            other8,
            prime.subtract(BigInteger.ONE),
            prime,
            prime.add(BigInteger.ONE));
    for (BigInteger each : small) {
      byte[] point = coordinate(each, 32);
      // Each agrees to nothing, by the primitive itself.
      assertFalse(
          X25519.calculateAgreement(bob.pkcs8(), 40, point, 0, new byte[32], 0), each::toString);
      assertRefused("damaged-key", withKey("1.3.101.110", point));
      point[31] |= (byte) 0x80;
      assertRefused("damaged-key", withKey("1.3.101.110", point));
    }
    BigInteger prime448 =
        BigInteger.ONE
            .shiftLeft(448)
            .subtract(BigInteger.ONE.shiftLeft(224))
            .subtract(BigInteger.ONE);
    for (BigInteger each :
        List.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            prime448.subtract(BigInteger.ONE),
            prime448,
            prime448.add(BigInteger.ONE))) {
      byte[] point = coordinate(each, 56);
      assertFalse(X448.calculateAgreement(bob.pkcs8(), 40, point, 0, new byte[56], 0));
      assertRefused("damaged-key", withKey("1.3.101.111", point));
    }
    assertRefused("damaged-key", withKey("1.3.101.110", new byte[31]));
    byte[] nine = coordinate(BigInteger.valueOf(9), 32);
    assertTrue(ANSWERS.run(encrypt(withKey("1.3.101.110", nine))).length() > 0);
  }

  @Test
  void pointsOffTheCurveAreRefused() throws IOException {
    Identity carol = TestCa.root(folder, "curves").issue("carol", Leaf.ec("carol@example.org"));
    SubjectPublicKeyInfo good = MailCertificate.of(carol.certificateDer()).publicKey();
    byte[] point = good.getPublicKeyData().getOctets();
    assertTrue(ANSWERS.run(encrypt(certificate(good))).length() > 0);
    byte[] off = point.clone();
    off[40] ^= 1;
    assertRefused("damaged-key", certificate(new SubjectPublicKeyInfo(good.getAlgorithm(), off)));
    byte[] infinity = {0};
    assertRefused(
        "damaged-key", certificate(new SubjectPublicKeyInfo(good.getAlgorithm(), infinity)));
    assertRefused("key-parameters", withKey("1.2.840.10045.2.1", point));
    // For agreement only (RFC 5480 section 2.1.2).
    AlgorithmIdentifier agreement =
        new AlgorithmIdentifier(
            new ASN1ObjectIdentifier("1.3.132.1.12"), good.getAlgorithm().getParameters());
    MailCertificate restricted = certificate(new SubjectPublicKeyInfo(agreement, point));
    assertTrue(ANSWERS.run(encrypt(restricted)).length() > 0);
  }

  @Test
  void latticeKeysAreChecked() throws IOException {
    String[] oids = {"2.16.840.1.101.3.4.4.1", "2.16.840.1.101.3.4.4.2", "2.16.840.1.101.3.4.4.3"};
    int[] lengths = {800, 1184, 1568};
    for (int i = 0; i < oids.length; i++) {
      byte[] zeros = new byte[lengths[i]];
      assertTrue(ANSWERS.run(encrypt(withKey(oids[i], zeros))).length() > 0);
      assertRefused("damaged-key", withKey(oids[i], new byte[lengths[i] + 1]));
      assertRefused("damaged-key", withKey(oids[i], new byte[lengths[i] - 1]));
      // 3329 is the modulus itself (FIPS 203 section 7.2); as first and as second of a pair.
      byte[] first = new byte[lengths[i]];
      first[3] = (byte) 3329;
      first[4] = 3329 >> 8;
      assertRefused("damaged-key", withKey(oids[i], first));
      byte[] second = new byte[lengths[i]];
      second[lengths[i] - 34] = (byte) (3329 << 4);
      second[lengths[i] - 33] = (byte) (3329 >> 4);
      assertRefused("damaged-key", withKey(oids[i], second));
      second[lengths[i] - 34] = (byte) (3328 << 4);
      assertTrue(ANSWERS.run(encrypt(withKey(oids[i], second))).length() > 0);
    }
  }

  private static void assertRefused(String reason, MailCertificate recipient) {
    SmimeException refusal =
        assertThrows(SmimeException.class, () -> ANSWERS.run(encrypt(recipient)));
    assertEquals(reason, refusal.details().get("reason"));
  }
}
