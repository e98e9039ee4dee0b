package dev.signet.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.Judged;
import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.cases.JvmEngine;
import dev.signet.cases.Mail;
import dev.signet.cases.World;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OcspResponder;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.Stapled;
import dev.signet.testing.TestCa;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.SignedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Whoever holds a stolen key and attaches an answer from before its revocation")
class AnswersInTheMailTest {
  private static final long HOUR = 3_600_000L;

  private final List<String> asked = new ArrayList<>();
  private TestCa ca;
  private Identity stolen;
  private OcspResponder responder;
  private byte[] before;
  private byte[] listBefore;
  private byte[] after;

  @BeforeAll
  void steal() {
    ca =
        TestCa.root(World.get().folder(), "Robbed")
            .answeredBy("http://a.example.org,OCSP;URI:http://b.example.org");
    stolen = ca.issue("stolen", Leaf.rsa("alice@example.org"));
    responder = OcspResponder.of(ca).with("-ndays", "7", "-resp_no_certs");
    before = responder.answerOn(stolen.certificate());
    listBefore = list();
    ca.revoke(stolen.certificate(), "keyCompromise");
    after = responder.answerOn(stolen.certificate());
  }

  private byte[] list() {
    byte[] pem =
        OpenSsl.run(
            World.get().folder(), "ca", "-config", "Robbed.cnf", "-gencrl", "-crldays", "7");
    String text = Sample.text(pem);
    String base64 = text.substring(text.indexOf("-----\n") + 6, text.indexOf("-----END"));
    return Base64.getMimeDecoder().decode(base64);
  }

  private byte[] cms() {
    return Sample.cms(Mail.fromAlice().signed(Mail.ENTITY, stolen, "-binary", "-nodetach"));
  }

  private byte[] mail(List<byte[]> lists, byte[]... answers) {
    return Mail.fromAlice().of(Sample.holding(Stapled.to(cms(), lists, List.of(answers))));
  }

  private Opened open(byte[] mail, Judged judged, UnaryOperator<byte[]> answers) {
    asked.clear();
    try (JvmEngine engine =
        new JvmEngine(
            List.of(ca.certificateDer()),
            false,
            (address, request) -> {
              asked.add(address);
              return answers.apply(request);
            })) {
      return engine.open(mail, judged, List.of());
    }
  }

  private String revocation(byte[] mail, int hours, UnaryOperator<byte[]> answers) {
    Judged judged = Judged.at(System.currentTimeMillis() + hours * HOUR);
    return open(mail, judged, answers)
        .report()
        .at("/signature/signers/0/certificate/revocation")
        .asText();
  }

  @Test
  @DisplayName("is found out by the responder, unless the answer is of this morning")
  void stapledAnswer() {
    byte[] mail = mail(List.of(), before);
    assertEquals("revoked", revocation(mail, 13, responder::answer));
    assertEquals("good", revocation(mail, 11, responder::answer));
    assertEquals(List.of(), asked);
    assertEquals("good", revocation(mail, 13, request -> null), "nobody says anything better");
    assertEquals(2, asked.size(), "both responders were asked");
  }

  @Test
  @DisplayName("or a list, is found out by the responder")
  void stapledList() {
    byte[] mail = mail(List.of(listBefore));
    assertEquals("revoked", revocation(mail, 1, responder::answer));
    assertEquals("good", revocation(mail, 1, request -> null));
  }

  @Test
  @DisplayName("is found out by what the caller brings, whatever else is attached")
  void callers() {
    byte[][] junk = new byte[60][];
    for (int i = 0; i < junk.length; i++) {
      junk[i] = before.clone();
      junk[i][junk[i].length - 1 - i] ^= 1;
    }
    long now = System.currentTimeMillis();
    Judged judged = new Judged(now, List.of(), null, List.of(), List.of(after));
    Opened opened = open(mail(List.of(listBefore), junk), judged, request -> null);
    assertEquals("revoked", opened.code());
    assertEquals(List.of(), asked);
  }

  @Test
  @DisplayName("makes nobody ask twice, however often the signature is repeated")
  void repeated() {
    SignedData signed = Forged.signedData(cms());
    ASN1EncodableVector signers = new ASN1EncodableVector();
    for (int i = 0; i < 32; i++) {
      signers.add(signed.getSignerInfos().getObjectAt(0));
    }
    byte[] mail =
        Mail.fromAlice()
            .of(
                Sample.holding(
                    Forged.signed(signed, signed.getEncapContentInfo(), new DERSet(signers))));
    revocation(mail, 0, request -> new byte[] {0x30, 3, 0x0a, 1, 6});
    assertEquals(4, asked.size(), "two responders, two names");
  }

  @Test
  @DisplayName("makes nobody ask more than sixteen times, and gains nothing by it")
  void exhausted() {
    byte[][] cms = new byte[8][];
    ASN1EncodableVector signers = new ASN1EncodableVector();
    ASN1EncodableVector certificates = new ASN1EncodableVector();
    for (int i = 0; i < cms.length; i++) {
      Identity each = ca.issue("decoy" + i, Leaf.rsa("alice@example.org"));
      SignedData one =
          Forged.signedData(
              Sample.cms(Mail.fromAlice().signed(Mail.ENTITY, each, "-binary", "-nodetach")));
      signers.add(one.getSignerInfos().getObjectAt(0));
      certificates.add(one.getCertificates().getObjectAt(0));
    }
    SignedData own = Forged.signedData(cms());
    signers.add(own.getSignerInfos().getObjectAt(0));
    certificates.add(own.getCertificates().getObjectAt(0));
    SignedData like =
        new SignedData(
            own.getDigestAlgorithms(),
            own.getEncapContentInfo(),
            new DERSet(certificates),
            null,
            new DERSet(signers));
    byte[] message = Forged.signed(like, like.getEncapContentInfo(), like.getSignerInfos());
    byte[] mail =
        Mail.fromAlice().of(Sample.holding(Stapled.to(message, List.of(), List.of(before))));
    Judged later = Judged.at(System.currentTimeMillis() + 13 * HOUR);
    String serial = MailCertificate.of(stolen.certificateDer()).serialNumber();
    Opened opened =
        open(
            mail,
            later,
            request ->
                HexFormat.of().formatHex(request).contains(serial)
                    ? responder.answer(request)
                    : new byte[] {0x30, 3, 0x0a, 1, 6});
    // Who stands where is left to DER: the stolen one is asked about, or it is one too many.
    assertTrue(asked.size() > 12 && asked.size() <= 16, () -> asked.size() + " requests");
    opened
        .report()
        .at("/signature/signers")
        .forEach(signer -> assertNotEquals("good", signer.at("/certificate/revocation").asText()));
  }
}
