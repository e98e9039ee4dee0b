package dev.signet.engine.revocation.ocsp;

import static dev.signet.engine.revocation.ocsp.AnswerMaker.HOUR;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.revocation.RevocationStatus;
import dev.signet.engine.revocation.RevocationStatus.Kind;
import dev.signet.engine.revocation.ocsp.AnswerMaker.Holder;
import java.io.IOException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.BasicOCSPResponse;
import org.bouncycastle.asn1.ocsp.CertStatus;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.asn1.ocsp.ResponseData;
import org.bouncycastle.asn1.ocsp.SingleResponse;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An answer that says revoked")
class HiddenAnswersTest {
  private static final Holder ISSUER = AnswerMaker.root("Issuer");
  private static final Holder ALICE = asking("http://ocsp.example/");
  private static final String TIME = "20260101000000Z";

  private final long now = System.currentTimeMillis();
  private final byte[] revoked =
      AnswerMaker.by(ISSUER)
          .says(ALICE, new RevokedStatus(new Date(now - HOUR), 1), now - HOUR, now + HOUR)
          .signed(ISSUER);
  private final byte[] good = AnswerMaker.by(ISSUER).good(ALICE).signed(ISSUER);

  private static Holder asking(String address) {
    return AnswerMaker.issued(
        ISSUER,
        "Alice",
        content ->
            content.addExtension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(
                    AccessDescription.id_ad_ocsp,
                    new GeneralName(GeneralName.uniformResourceIdentifier, address))));
  }

  private Asked alice() {
    return new Asked(ALICE.mailCertificate(), ISSUER.mailCertificate()).at(now);
  }

  /** Of anybody, signed by nobody, on Alice, and begun at a time that may be none. */
  private static byte[] junk(String thisUpdate) throws IOException {
    SingleResponse single =
        new SingleResponse(
            AnswerMaker.by(ISSUER).id(ALICE, AnswerMaker.SHA1).toASN1Primitive(),
            new CertStatus(),
            new ASN1GeneralizedTime(TIME),
            null,
            (Extensions) null);
    ResponseData data =
        new ResponseData(
            new ResponderID(ISSUER.certificate().getSubject()),
            new ASN1GeneralizedTime(new Date()),
            new DERSequence(single),
            (Extensions) null);
    byte[] basic =
        new BasicOCSPResponse(
                data,
                new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.10045.4.3.2")),
                new DERBitString(new byte[] {1}),
                null)
            .getEncoded("DER");
    byte[] changed = new String(basic, ISO_8859_1).replace(TIME, thisUpdate).getBytes(ISO_8859_1);
    return new OCSPResponse(
            new OCSPResponseStatus(0),
            new ResponseBytes(
                OCSPObjectIdentifiers.id_pkix_ocsp_basic, new DEROctetString(changed)))
        .getEncoded("DER");
  }

  @Test
  @DisplayName("is not hidden by junk whose time is none")
  void junkTime() throws IOException {
    byte[] junk = junk("2026021615.2716");
    assertEquals(Kind.REVOKED, alice().brought(revoked, junk).atHand().kind());
    assertEquals(Kind.REVOKED, alice().brought(junk, revoked).atHand().kind());
    assertEquals(Kind.REVOKED, alice().brought(revoked).stapled(junk).atHand().kind());
    assertEquals(Kind.REVOKED, alice().stapled(junk, revoked).atHand().kind());
    assertEquals(Kind.GOOD, alice().brought(good, junk).atHand().kind());
  }

  @Test
  @DisplayName("is not hidden by any of thousands of times")
  void anyTime() throws IOException {
    Random random = new Random(3);
    String signs = "0123456789Z+-.,:aQ ";
    for (int i = 0; i < 3_000; i++) {
      StringBuilder time = new StringBuilder("2026");
      while (time.length() < TIME.length()) {
        int bound = random.nextInt(3) > 0 ? 10 : signs.length();
        time.append(signs.charAt(random.nextInt(bound)));
      }
      assertEquals(
          Kind.REVOKED,
          alice().brought(junk(time.toString()), revoked).atHand().kind(),
          time::toString);
    }
  }

  @Test
  @DisplayName(
      "is not hidden by as many others as a message can bring, nor by sixty of the caller's")
  void many() throws IOException {
    byte[][] junk = Stream.generate(HiddenAnswersTest::well).limit(60).toArray(byte[][]::new);
    assertEquals(Kind.REVOKED, alice().brought(revoked).stapled(junk).atHand().kind());
    byte[][] last = Arrays.copyOf(junk, 61);
    last[60] = revoked;
    assertEquals(Kind.REVOKED, alice().brought(last).stapled(junk).atHand().kind());
  }

  private static byte[] well() {
    try {
      String now = new ASN1GeneralizedTime(new Date(), Locale.ROOT).getTimeString();
      return junk(now.substring(0, 14) + "Z");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @DisplayName("is not hidden by one of the message that says good, whoever brings it")
  void saysGood() {
    assertEquals(Kind.REVOKED, alice().brought(revoked).stapled(good).atHand().kind());
    assertEquals(Kind.REVOKED, alice().brought(good).stapled(revoked).atHand().kind());
  }

  @Test
  @DisplayName("is remembered only where somebody was asked, as is one that says good")
  void onlyAsked() {
    Asked asked = alice().brought(revoked).stapled(good);
    asked.atHand();
    assertEquals(0, asked.cache.size());
    assertEquals("GOOD", asked.responder(request -> good.clone()).ask());
    assertEquals(1, asked.cache.size(), "one that was asked for is");
  }

  @Test
  @DisplayName("on a delegate is not hidden by what the delegate has said before")
  void delegate() {
    Holder delegate =
        AnswerMaker.issued(
            ISSUER,
            "Delegate",
            content ->
                content.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning)));
    byte[] answer = AnswerMaker.inPlaceOf(ISSUER, delegate).good(ALICE).signed(delegate);
    Asked before = alice().responder(request -> answer.clone());
    assertEquals("GOOD", before.ask());
    Asked after = alice().listed(RevocationStatus.revoked(now - HOUR));
    after.cache = before.cache;
    assertEquals(Kind.UNKNOWN, after.atHand().kind());
  }

  @ParameterizedTest
  @CsvSource({"1, true", "11, true", "13, false"})
  @DisplayName("is looked for where the message brings one of so many hours ago that says good")
  void old(int hours, boolean firm) {
    byte[] stapled =
        AnswerMaker.by(ISSUER)
            .says(ALICE, null, now - hours * HOUR, now + 100 * HOUR)
            .signed(ISSUER);
    assertEquals(firm, alice().stapled(stapled).known().firm());
    assertEquals(Kind.GOOD, alice().stapled(stapled).known().status().kind());
    assertTrue(alice().brought(stapled).known().firm(), "the caller's is taken as it is");
  }

  @Test
  @DisplayName("is looked for at addresses that nobody can read in two ways")
  void addresses() {
    List<String> usable =
        List.of(
            "http://ocsp.example.org",
            "HTTPS://ocsp.example.org:8080/a/b?c=d%0d",
            "http://192.0.2.1/",
            "http://[2001:db8::1]:80/x");
    for (String each : usable) {
      assertEquals(List.of(each), Responders.of(asking(each).mailCertificate()), each);
    }
    for (String each :
        List.of(
            "http://user:pw@host/",
            "http://a@host/",
            "http://\\host/",
            "http://host\\@evil/",
            "http://host/#x",
            "http://?",
            "http://#",
            "http://@/",
            "http:///x",
            "http://host%0d%0a/",
            "http://host:/",
            "http://host:80a/",
            "http://host:65536/",
            "http://[::1",
            "http://[::1]x/",
            "http://[]/",
            "http://./",
            "http://h\u00f6st/",
            "ftp://host/",
            "http://ho_st/")) {
      assertFalse(
          Responders.of(asking(each).mailCertificate()).contains(each), () -> "asked " + each);
    }
  }
}
