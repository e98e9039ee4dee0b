package dev.signet.engine.revocation.ocsp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.engine.revocation.ocsp.AnswerMaker.Holder;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A damaged answer")
class DamagedAnswersTest {
  private final Holder issuer = AnswerMaker.root("Issuer");
  private final Holder alice = AnswerMaker.issued(issuer, "Alice", content -> {});
  private final Asked asked = new Asked(alice.mailCertificate(), issuer.mailCertificate());

  private byte[] delegated() {
    Holder delegate =
        AnswerMaker.issued(
            issuer,
            "Responder",
            content -> {
              content.addExtension(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
              content.addExtension(
                  OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
            });
    return AnswerMaker.inPlaceOf(issuer, delegate)
        .good(alice)
        .extended(new Extension(new ASN1ObjectIdentifier("1.2.3"), false, new byte[] {5, 0}))
        .signed(delegate);
  }

  @Test
  @DisplayName("that was cut off anywhere, or goes on, says nothing")
  void truncated() {
    byte[] answer = delegated();
    assertEquals("GOOD", asked.says(answer));
    for (int length = 0; length < answer.length; length++) {
      assertEquals("UNKNOWN", asked.says(Arrays.copyOf(answer, length)), "at " + length);
    }
    assertEquals("UNKNOWN", asked.says(Arrays.copyOf(answer, answer.length + 1)));
  }

  @Test
  @DisplayName("with any bit changed says nothing, or what was signed")
  void flipped() {
    byte[] answer = delegated();
    byte[] signed = OcspAnswer.read(answer).toBeSigned();
    int good = 0;
    for (int bit = 0; bit < answer.length * 8; bit++) {
      byte[] changed = answer.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      String says = asked.says(changed);
      if (!says.equals("UNKNOWN")) {
        good++;
        assertEquals("GOOD", says);
        assertArrayEquals(signed, OcspAnswer.read(changed).toBeSigned(), "bit " + bit);
      }
    }
    // The class bits of a few outer tags at most are nobody's concern.
    assertEquals(true, good < 8, good + " changes that do not matter");
  }

  @Test
  @DisplayName("by the issuer with any bit changed says nothing, or what was signed")
  void flippedOfIssuer() {
    byte[] answer = AnswerMaker.by(issuer).good(alice).signed(issuer);
    byte[] signed = OcspAnswer.read(answer).toBeSigned();
    for (int bit = 0; bit < answer.length * 8; bit++) {
      byte[] changed = answer.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      String says = asked.says(changed);
      if (!says.equals("UNKNOWN")) {
        assertEquals("GOOD", says);
        assertArrayEquals(signed, OcspAnswer.read(changed).toBeSigned(), "bit " + bit);
      }
    }
  }

  @Test
  @DisplayName("that is something else says nothing")
  void otherThings() {
    assertEquals("UNKNOWN", asked.says("<!DOCTYPE html><html></html>".getBytes(US_ASCII)));
    assertEquals("UNKNOWN", asked.says(alice.mailCertificate().der()));
    byte[] deep = new byte[60_000];
    Arrays.fill(deep, (byte) 0x30);
    assertEquals("UNKNOWN", asked.says(deep));
    byte[] endless = new byte[60_000];
    for (int i = 0; i < endless.length; i++) {
      endless[i] = (byte) (i % 2 == 0 ? 0x30 : 0x80);
    }
    assertEquals("UNKNOWN", asked.says(endless));
  }

  @Test
  @DisplayName("that is too long says nothing, however right it is")
  void tooLong() {
    AnswerMaker answer = AnswerMaker.by(issuer).good(alice);
    byte[] value = new byte[1 << 20];
    byte[] answered =
        answer
            .extended(new Extension(new ASN1ObjectIdentifier("1.2.3"), false, value))
            .signed(issuer);
    assertEquals("UNKNOWN", asked.says(answered));
    byte[] shorter =
        AnswerMaker.by(issuer)
            .good(alice)
            .extended(new Extension(new ASN1ObjectIdentifier("1.2.3"), false, new byte[60_000]))
            .signed(issuer);
    assertEquals("GOOD", asked.says(shorter));
  }

  @Test
  @DisplayName("in which the responder refuses says nothing")
  void refusals() {
    for (int status = 1; status < 128; status++) {
      assertEquals("UNKNOWN", asked.says(new byte[] {0x30, 3, 0x0a, 1, (byte) status}));
    }
    assertEquals("UNKNOWN", asked.says(new byte[] {0x30, 3, 0x0a, 1, 0}));
  }
}
