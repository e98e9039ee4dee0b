package dev.signet.engine.revocation.ocsp;

import static dev.signet.engine.revocation.ocsp.AnswerMaker.HOUR;
import static dev.signet.engine.revocation.ocsp.AnswerMaker.extension;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.engine.revocation.RevocationStatus;
import dev.signet.engine.revocation.ocsp.AnswerMaker.Holder;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An answer that a responder should not give")
class MadeAnswersTest {
  private static final Holder ISSUER = AnswerMaker.root("Issuer");
  private static final Holder ALICE = AnswerMaker.issued(ISSUER, "Alice", content -> {});
  private static final Holder BOB = AnswerMaker.issued(ISSUER, "Bob", content -> {});
  private static final CertificateStatus GOOD = CertificateStatus.GOOD;

  private final long now = System.currentTimeMillis();

  private Asked alice() {
    return new Asked(ALICE.mailCertificate(), ISSUER.mailCertificate()).at(now);
  }

  private void says(String kind, AnswerMaker answer) {
    assertEquals(kind, alice().says(answer.signed(ISSUER)));
  }

  private static CertificateStatus revoked(long at) {
    return new RevokedStatus(new Date(at), CRLReason.keyCompromise);
  }

  @Test
  @DisplayName("is none but an ordinary one, so that the others mean something")
  void ordinary() {
    says("GOOD", AnswerMaker.by(ISSUER).good(ALICE));
    says("REVOKED", AnswerMaker.by(ISSUER).says(ALICE, revoked(now - HOUR), now - HOUR, null));
    says("UNKNOWN", AnswerMaker.by(ISSUER).says(ALICE, new UnknownStatus(), now - HOUR, null));
    byte[] hold =
        AnswerMaker.by(ISSUER)
            .says(
                ALICE,
                new RevokedStatus(new Date(now - HOUR), CRLReason.certificateHold),
                now - HOUR,
                now + HOUR)
            .signed(ISSUER);
    RevocationStatus held = alice().brought(hold).atHand();
    assertEquals(RevocationStatus.Kind.REVOKED, held.kind());
    assertEquals((now - HOUR) / 1000, held.revokedAt() / 1000);
  }

  @Test
  @DisplayName("counts as revoked even when it is to be revoked tomorrow")
  void revokedLater() {
    says("REVOKED", AnswerMaker.by(ISSUER).says(ALICE, revoked(now + 24 * HOUR), now, now + HOUR));
  }

  @Test
  @DisplayName("speaks of another serial number, of another issuer, or of nothing")
  void others() {
    says("UNKNOWN", AnswerMaker.by(ISSUER).good(BOB));
    says("UNKNOWN", AnswerMaker.by(ISSUER));
    Holder twin = AnswerMaker.root("Issuer");
    says("UNKNOWN", AnswerMaker.inPlaceOf(twin, ISSUER).good(ALICE));
    AnswerMaker answer = AnswerMaker.by(ISSUER);
    CertID right = answer.id(ALICE, AnswerMaker.SHA1).toASN1Primitive();
    CertID otherName =
        new CertID(
            right.getHashAlgorithm(),
            new DEROctetString(new byte[20]),
            right.getIssuerKeyHash(),
            right.getSerialNumber());
    says("UNKNOWN", answer.says(new CertificateID(otherName), GOOD, now - HOUR, now + HOUR));
  }

  @ParameterizedTest
  @CsvSource({
    "1.3.14.3.2.26, GOOD",
    "2.16.840.1.101.3.4.2.1, GOOD",
    "2.16.840.1.101.3.4.2.2, GOOD",
    "2.16.840.1.101.3.4.2.3, GOOD",
    "1.2.840.113549.2.5, UNKNOWN",
    "2.16.840.1.101.3.4.2.4, UNKNOWN"
  })
  @DisplayName("names the certificate by this hash")
  void hashes(String oid, String kind) {
    AlgorithmIdentifier hash =
        new AlgorithmIdentifier(new ASN1ObjectIdentifier(oid), DERNull.INSTANCE);
    AnswerMaker answer = AnswerMaker.by(ISSUER);
    says(kind, answer.says(answer.id(ALICE, hash), GOOD, now - HOUR, now + HOUR));
  }

  @Test
  @DisplayName("speaks of several certificates, or of one several times: revoked wins")
  void several() {
    says("GOOD", AnswerMaker.by(ISSUER).says(BOB, revoked(now), now, null).good(ALICE));
    says("REVOKED", AnswerMaker.by(ISSUER).good(ALICE).says(ALICE, revoked(now), now, null));
    says("REVOKED", AnswerMaker.by(ISSUER).says(ALICE, revoked(now), now, null).good(ALICE));
    says(
        "UNKNOWN",
        AnswerMaker.by(ISSUER).good(ALICE).says(ALICE, new UnknownStatus(), now, now + HOUR));
    AnswerMaker two = AnswerMaker.by(ISSUER).good(ALICE);
    says(
        "REVOKED",
        two.says(two.id(ALICE, AnswerMaker.SHA256), revoked(now), now - HOUR, now + HOUR));
    // What is over says nothing any more.
    says(
        "GOOD",
        AnswerMaker.by(ISSUER)
            .says(ALICE, revoked(now), now - 3 * HOUR, now - 2 * HOUR)
            .good(ALICE));
  }

  @Test
  @DisplayName("says as much as 257 times")
  void many() {
    AnswerMaker most = AnswerMaker.by(ISSUER);
    for (int i = 0; i < 255; i++) {
      most.good(BOB);
    }
    assertEquals("GOOD", alice().says(most.good(ALICE).signed(ISSUER)));
    assertEquals("UNKNOWN", alice().says(most.good(BOB).signed(ISSUER)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 60, GOOD",
    "4, 60, GOOD",
    "6, 60, UNKNOWN",
    "-60, -4, GOOD",
    "-60, -6, UNKNOWN",
    "10, 5, UNKNOWN",
    "0, -1, UNKNOWN",
    "-43190, 100000, GOOD",
    "-43210, 100000, UNKNOWN"
  })
  @DisplayName("holds from and to these minutes from now")
  void window(int from, int to, String kind) {
    says(kind, AnswerMaker.by(ISSUER).says(ALICE, GOOD, now + from * 60_000L, now + to * 60_000L));
  }

  @ParameterizedTest
  @CsvSource({"0, GOOD", "-23, GOOD", "-25, UNKNOWN", "1, UNKNOWN"})
  @DisplayName("has no end, and began these hours from now")
  void withoutEnd(int from, String kind) {
    says(kind, AnswerMaker.by(ISSUER).says(ALICE, GOOD, now + from * HOUR, null));
  }

  @Test
  @DisplayName("was made tomorrow")
  void madeLater() {
    AnswerMaker answer = AnswerMaker.by(ISSUER).good(ALICE);
    assertEquals("UNKNOWN", alice().says(answer.signed(ISSUER, "SHA256withECDSA", now + HOUR)));
    assertEquals("GOOD", alice().says(answer.signed(ISSUER, "SHA256withECDSA", now + 60_000)));
  }

  @Test
  @DisplayName("is of the time that is asked of, not of today")
  void historic() {
    long then = now - 900 * HOUR;
    byte[] answer =
        AnswerMaker.by(ISSUER)
            .says(ALICE, GOOD, then - HOUR, then + HOUR)
            .signed(ISSUER, "SHA256withECDSA", then);
    assertEquals("UNKNOWN", alice().says(answer));
    assertEquals("GOOD", alice().at(then).says(answer));
  }

  @Test
  @DisplayName("has critical extensions that nobody knows")
  void extensions() {
    String unknown = "1.3.6.1.4.1.99999.1";
    says("UNKNOWN", AnswerMaker.by(ISSUER).good(ALICE).extended(extension(unknown, true)));
    says("GOOD", AnswerMaker.by(ISSUER).good(ALICE).extended(extension(unknown, false)));
    AnswerMaker answer = AnswerMaker.by(ISSUER);
    says(
        "UNKNOWN",
        answer.says(
            answer.id(ALICE, AnswerMaker.SHA1),
            GOOD,
            now - HOUR,
            now + HOUR,
            extension(unknown, true)));
    AnswerMaker archive = AnswerMaker.by(ISSUER);
    says(
        "GOOD",
        archive.says(
            archive.id(ALICE, AnswerMaker.SHA1),
            GOOD,
            now - HOUR,
            now + HOUR,
            extension("1.3.6.1.5.5.7.48.1.6", true),
            extension(unknown, false)));
  }

  @Test
  @DisplayName("is signed over a weak hash")
  void weakHash() {
    AnswerMaker answer = AnswerMaker.by(ISSUER).good(ALICE);
    assertEquals("UNKNOWN", alice().says(answer.signed(ISSUER, "SHA1withECDSA", now)));
    assertEquals("GOOD", alice().says(answer.signed(ISSUER, "SHA384withECDSA", now)));
  }

  @Test
  @DisplayName("is brought with the nonce of another question")
  void nonce() {
    says("GOOD", AnswerMaker.by(ISSUER).good(ALICE).nonce(new byte[32]));
  }

  @Test
  @DisplayName("is one of many that are brought, and most of them are none")
  void brought() {
    byte[] good = AnswerMaker.by(ISSUER).good(ALICE).signed(ISSUER);
    byte[] bad = AnswerMaker.by(ISSUER).says(ALICE, revoked(now), now, null).signed(ISSUER);
    byte[] forged = AnswerMaker.by(ISSUER).says(ALICE, revoked(now), now, null).signed(BOB);
    assertEquals(
        "GOOD", alice().brought(new byte[0], new byte[1 << 20], forged, good).atHand().kind() + "");
    assertEquals("REVOKED", alice().brought(good, bad).atHand().kind() + "");
    assertEquals("UNKNOWN", alice().brought().atHand().kind() + "");
  }
}
