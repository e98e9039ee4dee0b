package dev.signet.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.JvmEngine;
import dev.signet.cases.Mail;
import dev.signet.testing.BcMail;
import dev.signet.testing.BcPerson;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A countersignature stays valid when the content is changed, as within a ciphertext that lets
 * itself be changed: a fetch on its strength would tell whoever changed it of the decryption.
 */
@DisplayName("A countersigner's responder is not asked")
class CountersignerFetchTest {
  private static final String SIGNATURE = "SHA256withECDSA";
  private static final long DAY = 24L * 60 * 60 * 1000;
  private static final byte[] CONTENT =
      "Content-Type: text/plain\r\n\r\nPay Mallory.\r\n".getBytes(ISO_8859_1);

  private final BcPerson root = BcPerson.root("EC", curve(), SIGNATURE);
  private final BcPerson alice = asked("alice");
  private final BcPerson mallory = asked("mallory");
  private final List<String> responders = new ArrayList<>();

  private static ECGenParameterSpec curve() {
    return new ECGenParameterSpec("P-256");
  }

  /** Somebody whose certificate names a responder. */
  private BcPerson asked(String name) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BcPerson.PROVIDER);
      generator.initialize(curve());
      KeyPair keys = generator.generateKeyPair();
      long now = System.currentTimeMillis();
      var builder =
          new JcaX509v3CertificateBuilder(
              root.certificate().getSubject(),
              BigInteger.valueOf(name.length()),
              new Date(now - DAY),
              new Date(now + DAY),
              new X500Name("CN=" + name),
              keys.getPublic());
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.rfc822Name, name + "@example.org")));
      builder.addExtension(
          Extension.authorityInfoAccess,
          false,
          new AuthorityInformationAccess(
              AccessDescription.id_ad_ocsp,
              new GeneralName(
                  GeneralName.uniformResourceIdentifier, "http://" + name + ".example/")));
      return new BcPerson(keys, builder.build(root.signer()), SIGNATURE);
    } catch (IOException | java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private EngineUnderTest.Opened open(byte[] cms) {
    try (var engine =
        new JvmEngine(
            List.of(root.certificateDer()),
            false,
            (responder, request) -> {
              responders.add(responder);
              return null;
            })) {
      return engine.open(Mail.fromAlice().of(BcMail.entity(cms)));
    }
  }

  private byte[] countersigned() {
    try {
      CMSSignedData signed = BcMail.sign(CONTENT, alice);
      return BcMail.countersigned(signed, mallory).getEncoded();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @DisplayName("where the content was changed, and neither is the signer's")
  void changed() {
    String text = new String(countersigned(), ISO_8859_1);
    var opened = open(text.replace("Pay Mallory.", "Pay Nobody!!").getBytes(ISO_8859_1));
    assertEquals("tampered", opened.code(), opened::toString);
    assertEquals(1, opened.report().at("/signature/signers/0/countersigners").size());
    assertEquals(List.of(), responders);
  }

  @Test
  @DisplayName("where the message is good, while the signer's is")
  void good() {
    var opened = open(countersigned());
    assertEquals("revocation-unknown", opened.code(), opened::toString);
    assertEquals(List.of("http://alice.example/"), responders.stream().distinct().toList());
  }
}
