package dev.signet.engine.cms;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Answers;
import dev.signet.engine.report.StatusCode;
import dev.signet.testing.BcMail;
import dev.signet.testing.BcPerson;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAlgorithmProtection;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signer infos made by hand: what somebody would try, and what senders get slightly wrong. */
@DisplayName("A signer info")
class SignerTricksTest {
  private static final byte[] CONTENT =
      "Content-Type: text/plain\r\n\r\nHello\r\n".getBytes(US_ASCII);
  private static final AlgorithmIdentifier SHA256 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
  private static final AlgorithmIdentifier RSA =
      new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);

  private static BcPerson alice;
  private static BcPerson other;

  private final HeapHost host = new HeapHost();
  private final Answers answers = RareAnswers.withCommon(host);

  @BeforeAll
  static void people() {
    BcPerson root = BcPerson.root("RSA", null, "SHA256withRSA");
    alice = root.issue("RSA", null, "SHA256withRSA", "alice@example.org");
    other = root.certify(alice.keys(), "SHA256withRSA", "other@example.org");
  }

  private List<Attribute> attributes = new ArrayList<>();
  private AlgorithmIdentifier digest = SHA256;
  private AlgorithmIdentifier signature = RSA;
  private String jca = "SHA256withRSA";
  private int version = 1;
  private boolean signAsSent;
  private ASN1Encodable first;

  private byte[] signerInfo(byte[] signed) {
    try {
      Signature signer = Signature.getInstance(jca, BcPerson.PROVIDER);
      signer.initSign(alice.privateKey());
      ASN1EncodableVector sent = new ASN1EncodableVector();
      if (first != null) {
        sent.add(first);
      }
      attributes.forEach(sent::add);
      DLSet asSent = new DLSet(sent);
      byte[] der = new DERSet(attributes.toArray(new ASN1Encodable[0])).getEncoded("DER");
      signer.update(signed != null ? signed : signAsSent ? asSent.getEncoded("DL") : der);
      ASN1EncodableVector fields = new ASN1EncodableVector();
      fields.add(new ASN1Integer(version));
      fields.add(new IssuerAndSerialNumber(alice.certificate().toASN1Structure()));
      fields.add(digest);
      if (!attributes.isEmpty()) {
        fields.add(new DLTaggedObject(false, 0, asSent));
      }
      fields.add(signature);
      fields.add(new DEROctetString(signer.sign()));
      return new DLSequence(fields).getEncoded("DL");
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private SignerFacts verify(byte[] signerInfo, byte[] content) {
    return verify(BcMail.around(content, alice, raw(signerInfo)));
  }

  private SignerFacts verify(byte[] cms) {
    return verify(cms, List.of());
  }

  private SignerFacts verify(byte[] cms, List<MailCertificate> more) {
    SignedMessage message = (SignedMessage) CmsMessage.parse(host.hold(cms), host);
    List<MailCertificate> certificates = new ArrayList<>(message.certificates());
    certificates.addAll(more);
    return answers.run(
        SignerVerification.ofContent(
                message.signers().get(0), message.contentType(), certificates, host)
            .verify(List.of(message.content()), new ContentDigests(new DigestAllowance())));
  }

  private SignerFacts verify() {
    return verify(signerInfo(null), CONTENT);
  }

  private static ASN1Encodable raw(byte[] encoding) {
    try {
      return org.bouncycastle.asn1.ASN1Primitive.fromByteArray(encoding);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hash(String algorithm, byte[] content) {
    try {
      return MessageDigest.getInstance(algorithm).digest(content);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private void usual() {
    attributes = new ArrayList<>(BcMail.usual(hash("SHA-256", CONTENT)));
  }

  private void assertGood() {
    SignerFacts facts = verify();
    assertNull(facts.fault(), () -> facts.fault() + " " + facts.faultDetail());
  }

  private void assertFault(StatusCode code) {
    assertEquals(code, verify().fault());
  }

  @Test
  @DisplayName("cannot have its capabilities taken for those of somebody else's certificate")
  void preferenceOfAnother() {
    usual();
    attributes.add(
        BcMail.attribute(
            PKCSObjectIdentifiers.id_aa_encrypKeyPref,
            new DERTaggedObject(
                false, 0, new IssuerAndSerialNumber(other.certificate().toASN1Structure()))));
    SignerFacts facts =
        verify(
            BcMail.around(CONTENT, alice, raw(signerInfo(null))),
            List.of(MailCertificate.of(other.certificateDer())));
    assertNull(facts.fault());
    assertNull(facts.claims().encryptionCertificate());
  }

  @Test
  @DisplayName("with the usual attributes is good, whatever its version says")
  void usualAttributes() {
    usual();
    assertGood();
    version = 7;
    assertGood();
  }

  @Nested
  @DisplayName("whose attributes")
  class Attributes {
    @Test
    @DisplayName("are the content of another signature is red: content replayed as attributes")
    void replayed() throws IOException {
      usual();
      byte[] set = new DERSet(attributes.toArray(new ASN1Encodable[0])).getEncoded("DER");
      attributes = new ArrayList<>();
      // A value over octets that are a SET of attributes, first as content without attributes.
      assertEquals(StatusCode.MALFORMED, verify(signerInfo(set), set).fault());
    }

    @Test
    @DisplayName("are missing is red")
    void missing() {
      assertEquals(StatusCode.MALFORMED, verify(signerInfo(CONTENT), CONTENT).fault());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    @DisplayName("stand twice, or have two values, is red")
    void twice(int index) {
      usual();
      attributes.add(attributes.get(index));
      assertFault(StatusCode.MALFORMED);
      usual();
      Attribute attribute = attributes.get(index);
      ASN1Encodable value = attribute.getAttrValues().getObjectAt(0);
      attributes.set(
          index,
          new Attribute(attribute.getAttrType(), new DLSet(new ASN1Encodable[] {value, value})));
      signAsSent = true;
      assertFault(StatusCode.MALFORMED);
    }

    @Test
    @DisplayName("hold two digests of which one is right is red")
    void twoDigests() {
      usual();
      attributes.add(
          BcMail.attribute(CMSAttributes.messageDigest, new DEROctetString(new byte[32])));
      assertFault(StatusCode.MALFORMED);
    }

    @Test
    @DisplayName("name another content type, or none, is red")
    void contentType() {
      usual();
      attributes.set(
          0, BcMail.attribute(CMSAttributes.contentType, CMSObjectIdentifiers.envelopedData));
      assertFault(StatusCode.MALFORMED);
      usual();
      attributes.remove(0);
      assertFault(StatusCode.MALFORMED);
    }

    @Test
    @DisplayName(
        "were signed in the order in which they stand is good, when only the order differs")
    void unsorted() {
      usual();
      attributes.sort(Comparator.comparing(each -> each.getAttrType().getId()));
      signAsSent = true;
      for (int i = 0; i < 3; i++) {
        // Each rotation but one is out of order.
        attributes.add(attributes.remove(0));
        assertGood();
      }
      first =
          new DLSequence(
              new ASN1Encodable[] {new ASN1ObjectIdentifier("1.2.3.4"), new DLSet(BER_VALUE)});
      assertFault(StatusCode.TAMPERED);
    }

    @Test
    @DisplayName("are 20,000 ends at once in an error with the bound")
    void many() {
      usual();
      for (int i = 20_000; i > 0; i--) {
        attributes.add(
            BcMail.attribute(new ASN1ObjectIdentifier("1.2.3." + i), new ASN1Integer(i)));
      }
      byte[] cms = BcMail.around(CONTENT, alice, raw(unsignedInfo()));
      long start = System.nanoTime();
      SmimeException error =
          assertThrows(SmimeException.class, () -> CmsMessage.parse(host.hold(cms), host));
      assertEquals(ErrorCode.TOO_LARGE, error.code());
      assertTrue(System.nanoTime() - start < 20_000_000_000L);
    }

    private byte[] unsignedInfo() {
      return signerInfo(CONTENT);
    }
  }

  /** A SET whose own order is not that of DER: more than the order of attributes differs. */
  private static final ASN1Encodable BER_VALUE =
      new DLSet(new ASN1Encodable[] {new ASN1Integer(2), new ASN1Integer(1)});

  @Nested
  @DisplayName("that names algorithms")
  class Algorithms {
    private AlgorithmIdentifier algorithm(String oid) {
      return new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid), DERNull.INSTANCE);
    }

    @Test
    @DisplayName("of which one hash is another is red")
    void twoHashes() {
      usual();
      signature = algorithm("1.2.840.113549.1.1.5");
      jca = "SHA1withRSA";
      assertFault(StatusCode.MALFORMED);
      digest = new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1);
      signature = algorithm("1.2.840.113549.1.1.11");
      jca = "SHA256withRSA";
      assertFault(StatusCode.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.113549.1.1.1", "1.2.840.113549.1.1.11"})
    @DisplayName("of RSA by either OID, and the signature's OID in the digest's field, is good")
    void oids(String oid) {
      usual();
      signature = algorithm(oid);
      assertGood();
      digest = algorithm("1.2.840.113549.1.1.11");
      assertGood();
    }

    @Test
    @DisplayName("that the protection attribute does not name is red, with it good")
    void protection() {
      usual();
      attributes.add(
          BcMail.attribute(
              CMSAttributes.cmsAlgorithmProtect,
              new CMSAlgorithmProtection(SHA256, CMSAlgorithmProtection.SIGNATURE, RSA)));
      assertGood();
      signature = algorithm("1.2.840.113549.1.1.11");
      assertFault(StatusCode.TAMPERED);
      signature = RSA;
      attributes.set(
          3,
          BcMail.attribute(
              CMSAttributes.cmsAlgorithmProtect,
              new CMSAlgorithmProtection(
                  algorithm("2.16.840.1.101.3.4.2.3"), CMSAlgorithmProtection.SIGNATURE, RSA)));
      assertFault(StatusCode.TAMPERED);
    }

    private AlgorithmIdentifier pss(String hash, String mask, int salt, int trailer) {
      return new AlgorithmIdentifier(
          PKCSObjectIdentifiers.id_RSASSA_PSS,
          new RSASSAPSSparams(
              algorithm(hash),
              new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, algorithm(mask)),
              new ASN1Integer(salt),
              new ASN1Integer(trailer)));
    }

    @Test
    @DisplayName("with parameters of PSS that were changed is red")
    void pssParameters() {
      String sha256 = "2.16.840.1.101.3.4.2.1";
      String sha512 = "2.16.840.1.101.3.4.2.3";
      usual();
      jca = "SHA256withRSAandMGF1";
      signature = pss(sha256, sha256, 32, 1);
      assertGood();
      for (AlgorithmIdentifier wrong :
          List.of(
              pss(sha256, sha256, 31, 1),
              pss(sha256, sha256, 0, 1),
              pss(sha256, sha512, 32, 1),
              pss(sha256, sha256, 1000, 1))) {
        signature = wrong;
        assertFault(StatusCode.TAMPERED);
      }
      for (AlgorithmIdentifier wrong :
          List.of(
              pss(sha512, sha256, 32, 1),
              pss(sha256, sha256, 32, 2),
              pss(sha256, sha256, -1, 1),
              pss(sha256, sha256, Integer.MAX_VALUE, 1),
              new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS),
              new AlgorithmIdentifier(PKCSObjectIdentifiers.id_RSASSA_PSS, DERNull.INSTANCE))) {
        signature = wrong;
        assertFault(StatusCode.MALFORMED);
      }
      signature = pss("1.3.36.3.2.1", sha256, 32, 1);
      assertFault(StatusCode.UNSUPPORTED);
      // A value by PSS that is said to be by PKCS#1 v1.5, and the other way round.
      signature = RSA;
      assertFault(StatusCode.TAMPERED);
      jca = "SHA256withRSA";
      signature = pss(sha256, sha256, 32, 1);
      assertFault(StatusCode.TAMPERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10045.4.3.2", "1.3.101.112", "2.16.840.1.101.3.4.3.18"})
    @DisplayName("of another kind than the key is red")
    void otherKind(String oid) {
      usual();
      signature = new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid));
      SignerFacts facts = verify();
      assertTrue(
          facts.fault() == StatusCode.TAMPERED || facts.fault() == StatusCode.MALFORMED,
          () -> "" + facts.fault());
    }
  }

  @Nested
  @DisplayName("that names its certificate")
  class Certificates {
    private Attribute old(byte[] hash, IssuerSerial issuer) {
      return BcMail.attribute(
          PKCSObjectIdentifiers.id_aa_signingCertificate,
          new SigningCertificate(new ESSCertID(hash, issuer)));
    }

    private Attribute current(String name, String oid, BcPerson person, IssuerSerial issuer) {
      return BcMail.attribute(
          PKCSObjectIdentifiers.id_aa_signingCertificateV2,
          new SigningCertificateV2(
              new ESSCertIDv2(
                  new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid)),
                  hash(name, person.certificateDer()),
                  issuer)));
    }

    private IssuerSerial serial(BcPerson person) {
      return new IssuerSerial(
          new GeneralNames(new GeneralName(person.certificate().getIssuer())),
          new ASN1Integer(person.certificate().getSerialNumber()));
    }

    @Test
    @DisplayName("by the old attribute is good, and red for another's")
    void oldAttribute() {
      usual();
      attributes.add(old(hash("SHA-1", alice.certificateDer()), null));
      assertGood();
      attributes.set(3, old(hash("SHA-1", alice.certificateDer()), serial(alice)));
      assertGood();
      attributes.set(3, old(hash("SHA-1", other.certificateDer()), null));
      assertFault(StatusCode.TAMPERED);
      attributes.set(3, old(hash("SHA-1", alice.certificateDer()), serial(other)));
      assertFault(StatusCode.TAMPERED);
    }

    @Test
    @DisplayName("by any hash is good, and red for another's or when the two disagree")
    void currentAttribute() {
      String[][] hashes = {
        {"SHA-256", "2.16.840.1.101.3.4.2.1"},
        {"SHA-512", "2.16.840.1.101.3.4.2.3"},
        {"SHA3-256", "2.16.840.1.101.3.4.2.8"},
        {"SHA-1", "1.3.14.3.2.26"}
      };
      for (String[] each : hashes) {
        usual();
        attributes.add(current(each[0], each[1], alice, serial(alice)));
        assertGood();
        attributes.set(3, current(each[0], each[1], other, null));
        assertFault(StatusCode.TAMPERED);
        attributes.set(3, current(each[0], each[1], alice, serial(other)));
        assertFault(StatusCode.TAMPERED);
      }
      usual();
      attributes.add(current("SHA-256", hashes[0][1], alice, null));
      attributes.add(old(hash("SHA-1", other.certificateDer()), null));
      assertFault(StatusCode.TAMPERED);
      usual();
      attributes.add(
          BcMail.attribute(
              PKCSObjectIdentifiers.id_aa_signingCertificateV2,
              new DERSequence(new DERSequence())));
      assertFault(StatusCode.TAMPERED);
    }
  }

  @Test
  @DisplayName("with one changed octet in its attributes is red at every place")
  void everyOctet() {
    usual();
    byte[] info = signerInfo(null);
    int verified = 0;
    for (int at = info.length - 256 - 100; at < info.length; at++) {
      byte[] changed = info.clone();
      changed[at] ^= 1;
      byte[] cms;
      try {
        cms = BcMail.around(CONTENT, alice, raw(changed));
      } catch (AssertionError | IllegalArgumentException e) {
        continue; // The test's own writer does not take it.
      }
      assertTrue(verify(cms).fault() != null, "octet " + at);
      verified++;
    }
    assertTrue(verified > 256, "" + verified);
  }
}
