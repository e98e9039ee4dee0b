package dev.signet.engine.revocation.ocsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.engine.revocation.RevocationStatus;
import dev.signet.engine.revocation.ocsp.AnswerMaker.Content;
import dev.signet.engine.revocation.ocsp.AnswerMaker.Holder;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An answer in the issuer's place")
class DelegatesTest {
  private static final Holder ISSUER = AnswerMaker.root("Issuer");
  private static final Holder ALICE = AnswerMaker.issued(ISSUER, "Alice", content -> {});

  private static final Content ANSWERS =
      content -> purposes(KeyPurposeId.id_kp_OCSPSigning).into(content);
  private static final Content NO_CHECK =
      content ->
          content.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
  private static final Content USUAL = both(ANSWERS, NO_CHECK);

  private final Asked alice = new Asked(ALICE.mailCertificate(), ISSUER.mailCertificate());

  private static Content purposes(KeyPurposeId... purposes) {
    return content ->
        content.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
  }

  private static Content usage(int bits) {
    return content -> content.addExtension(Extension.keyUsage, true, new KeyUsage(bits));
  }

  private static Content both(Content first, Content second) {
    return content -> {
      first.into(content);
      second.into(content);
    };
  }

  private static Content answeredAt(String address) {
    return content ->
        content.addExtension(
            Extension.authorityInfoAccess,
            false,
            new AuthorityInformationAccess(
                AccessDescription.id_ad_ocsp,
                new GeneralName(GeneralName.uniformResourceIdentifier, address)));
  }

  private String says(Content content) {
    return says(AnswerMaker.issued(ISSUER, "Responder", content));
  }

  private String says(Holder delegate) {
    return alice.says(AnswerMaker.inPlaceOf(ISSUER, delegate).good(ALICE).signed(delegate));
  }

  @Test
  @DisplayName("is believed of who has a certificate for that from the issuer")
  void usual() {
    assertEquals("GOOD", says(USUAL));
    assertEquals("GOOD", says(both(USUAL, usage(KeyUsage.digitalSignature))));
    assertEquals("GOOD", says(both(USUAL, usage(KeyUsage.nonRepudiation))));
  }

  @Test
  @DisplayName("is not believed without that purpose, nor with any purpose")
  void purpose() {
    assertEquals("UNKNOWN", says(NO_CHECK));
    assertEquals("UNKNOWN", says(both(purposes(KeyPurposeId.anyExtendedKeyUsage), NO_CHECK)));
    assertEquals("UNKNOWN", says(both(purposes(KeyPurposeId.id_kp_emailProtection), NO_CHECK)));
    assertEquals(
        "GOOD",
        says(
            both(
                purposes(KeyPurposeId.id_kp_emailProtection, KeyPurposeId.id_kp_OCSPSigning),
                NO_CHECK)));
  }

  @Test
  @DisplayName("is not believed of a key that is not for signatures")
  void keyUsage() {
    assertEquals("UNKNOWN", says(both(USUAL, usage(KeyUsage.keyCertSign))));
    assertEquals("UNKNOWN", says(both(USUAL, usage(KeyUsage.keyEncipherment))));
  }

  @Test
  @DisplayName("is not believed of another authority's delegate, nor of a delegate's delegate")
  void otherAuthority() {
    Holder other = AnswerMaker.root("Other");
    assertEquals("UNKNOWN", says(AnswerMaker.issued(other, "Responder", USUAL)));
    Holder namesake = AnswerMaker.root("Issuer");
    assertEquals("UNKNOWN", says(AnswerMaker.issued(namesake, "Responder", USUAL)));
    Holder delegate = AnswerMaker.issued(ISSUER, "Responder", USUAL);
    Holder second = AnswerMaker.issued(delegate, "Second", USUAL);
    byte[] answer = AnswerMaker.inPlaceOf(ISSUER, second).with(delegate).good(ALICE).signed(second);
    assertEquals("UNKNOWN", alice.says(answer));
    Holder self = AnswerMaker.issued(null, "Issuer", USUAL);
    assertEquals("UNKNOWN", says(self));
  }

  @Test
  @DisplayName("is not believed when another key has signed it than the named one's")
  void otherKey() {
    Holder delegate = AnswerMaker.issued(ISSUER, "Responder", USUAL);
    byte[] byAlice = AnswerMaker.inPlaceOf(ISSUER, delegate).good(ALICE).signed(ALICE);
    assertEquals("UNKNOWN", alice.says(byAlice));
    // The certificate is there, and is not what the responder's name says.
    byte[] misnamed = AnswerMaker.by(ISSUER).with(delegate).good(ALICE).signed(delegate);
    assertEquals("UNKNOWN", alice.says(misnamed));
    byte[] missing = AnswerMaker.by(delegate).good(ALICE).signed(delegate);
    assertEquals("UNKNOWN", alice.says(missing));
  }

  @Test
  @DisplayName("is believed with the right certificate among others")
  void among() {
    Holder decoy = AnswerMaker.issued(ISSUER, "Responder", NO_CHECK);
    Holder delegate = AnswerMaker.issued(ISSUER, "Responder", USUAL);
    AnswerMaker answer = AnswerMaker.inPlaceOf(ISSUER, decoy).with(ALICE).with(delegate);
    assertEquals("GOOD", alice.says(answer.good(ALICE).signed(delegate)));
    for (int i = 0; i < 6; i++) {
      answer.with(ALICE);
    }
    assertEquals("UNKNOWN", alice.says(answer.signed(delegate)), "nine certificates are too many");
  }

  @Test
  @DisplayName(
      "is not believed of a certificate of another time, a weak one, or one not understood")
  void unfit() {
    Date past = new Date(System.currentTimeMillis() - AnswerMaker.HOUR);
    assertEquals("UNKNOWN", says(both(USUAL, content -> content.setNotAfter(past))));
    Date future = new Date(System.currentTimeMillis() + AnswerMaker.HOUR);
    assertEquals("UNKNOWN", says(both(USUAL, content -> content.setNotBefore(future))));
    assertEquals("UNKNOWN", says(AnswerMaker.issued(ISSUER, "Responder", "SHA1withECDSA", USUAL)));
    assertEquals(
        "UNKNOWN",
        says(
            both(
                USUAL,
                content ->
                    content.addExtension(
                        new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), true, DERNull.INSTANCE))));
  }

  @ParameterizedTest
  @CsvSource({"DSA, 1024, UNKNOWN", "DSA, 2048, GOOD", "RSA, 1024, UNKNOWN", "RSA, 2048, GOOD"})
  @DisplayName("is not believed of a key that is too short")
  void shortKeys(String kind, int bits, String expected) {
    Holder delegate =
        AnswerMaker.issued(
            ISSUER, "Responder", AnswerMaker.keys(kind, bits), "SHA256withECDSA", USUAL);
    AnswerMaker answer = AnswerMaker.inPlaceOf(ISSUER, delegate).good(ALICE);
    String algorithm = "SHA256with" + kind;
    assertEquals(
        expected, alice.says(answer.signed(delegate, algorithm, System.currentTimeMillis())));
  }

  @ParameterizedTest
  @CsvSource({
    "false, none, UNKNOWN, GOOD",
    "false, none, GOOD, GOOD",
    "false, none, REVOKED, UNKNOWN",
    "false, http://ocsp.example.org, UNKNOWN, UNKNOWN",
    "false, http://ocsp.example.org, GOOD, GOOD",
    "false, http://ocsp.example.org, REVOKED, UNKNOWN",
    "true, http://ocsp.example.org, UNKNOWN, GOOD",
    "true, none, UNKNOWN, GOOD"
  })
  @DisplayName("by a certificate with nocheck or not, with a responder, and with lists that say")
  void revocation(boolean noCheck, String responder, RevocationStatus.Kind listed, String kind) {
    alice.listed(
        listed == RevocationStatus.Kind.REVOKED
            ? RevocationStatus.revoked(1)
            : new RevocationStatus(listed, null));
    Content content = noCheck ? USUAL : ANSWERS;
    assertEquals(
        kind, says(responder.equals("none") ? content : both(content, answeredAt(responder))));
  }
}
