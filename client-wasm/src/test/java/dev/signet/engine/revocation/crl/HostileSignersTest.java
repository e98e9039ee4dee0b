package dev.signet.engine.revocation.crl;

import static dev.signet.engine.revocation.crl.Lists.ANCHOR;
import static dev.signet.engine.revocation.crl.Lists.HOUR;
import static dev.signet.engine.revocation.crl.Lists.LEAF;
import static dev.signet.engine.revocation.crl.Lists.NOW;
import static dev.signet.engine.revocation.crl.Lists.certificate;
import static dev.signet.engine.revocation.crl.Lists.list;
import static dev.signet.engine.revocation.crl.Lists.revoking;
import static dev.signet.engine.revocation.crl.Lists.signed;
import static dev.signet.engine.revocation.crl.Lists.status;
import static dev.signet.engine.revocation.crl.Lists.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.revocation.RevocationStatus.Kind;
import dev.signet.testing.BcPerson;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A revocation list")
class HostileSignersTest {
  private static final int AUTHORITY = KeyUsage.cRLSign | KeyUsage.keyCertSign;
  private static final BcPerson SUB_KEYS = person();
  private static final BcPerson MALLORY_KEYS = person();
  private static final BcPerson ROGUE_KEYS = person();
  private static final AuthorityKeyIdentifier CLAIM =
      new AuthorityKeyIdentifier(new byte[] {1, 2, 3});

  private static final MailCertificate SUB = authority("CN=Anchor", null, 10, "CN=Sub", SUB_KEYS);
  private static final MailCertificate MALLORY =
      authority("CN=Anchor", null, 11, "CN=Mallory", MALLORY_KEYS);
  private static final MailCertificate LEAF_OF_SUB =
      certificate(
          "CN=Sub",
          SUB_KEYS,
          77,
          "CN=Leaf",
          false,
          KeyUsage.digitalSignature,
          person(),
          builder -> {});
  private static final List<MailCertificate> PATH = List.of(LEAF_OF_SUB, SUB, ANCHOR);

  private static BcPerson person() {
    return BcPerson.root("Ed25519", null, "Ed25519");
  }

  private static MailCertificate authority(
      String issuer, BcPerson by, long serial, String subject, BcPerson holder) {
    return by == null
        ? certificate(issuer, serial, subject, true, AUTHORITY, holder, builder -> {})
        : certificate(issuer, by, serial, subject, true, AUTHORITY, holder, builder -> {});
  }

  private static X509v2CRLBuilder newer(String issuer) {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(new X500Name(issuer), new Date(NOW - HOUR / 2));
    return builder.setNextUpdate(new Date(NOW + 24 * HOUR));
  }

  private static X509v2CRLBuilder genuine() {
    return list("CN=Sub").addCRLEntry(BigInteger.valueOf(77), new Date(NOW - 5 * HOUR), 1);
  }

  private static X509v2CRLBuilder claiming(X509v2CRLBuilder builder) {
    return with(builder, Extension.authorityKeyIdentifier, false, CLAIM);
  }

  @Test
  @DisplayName("by an authority of the same name elsewhere below the anchor clears nobody")
  void namesake() {
    MailCertificate rogue = authority("CN=Mallory", MALLORY_KEYS, 4, "CN=Sub", ROGUE_KEYS);
    List<MailCertificate> heap = List.of(SUB, MALLORY, rogue);
    byte[] theirs = signed(claiming(newer("CN=Sub")), ROGUE_KEYS);
    assertEquals(Kind.UNKNOWN, status(heap, PATH, 0, theirs).kind());
    byte[] ours = signed(claiming(genuine()), SUB_KEYS);
    assertEquals(Kind.REVOKED, status(heap, PATH, 0, ours, theirs).kind());
    assertEquals(Kind.GOOD, status(heap, PATH, 0, signed(list("CN=Sub"), SUB_KEYS)).kind());
  }

  @Test
  @DisplayName("by somebody else whom the issuer's issuer gave its name does not displace its own")
  void sibling() {
    for (boolean authority : new boolean[] {true, false}) {
      MailCertificate rogue =
          certificate(
              "CN=Anchor",
              12,
              "CN=Sub",
              authority,
              authority ? AUTHORITY : KeyUsage.cRLSign,
              ROGUE_KEYS,
              builder -> {});
      byte[] theirs = signed(claiming(newer("CN=Sub")), ROGUE_KEYS);
      byte[] ours = signed(claiming(genuine()), SUB_KEYS);
      byte[] anchors = signed(list());
      List<MailCertificate> heap = List.of(SUB, rogue);
      assertEquals(Kind.REVOKED, status(heap, PATH, 0, ours, theirs, anchors).kind());
    }
  }

  @Test
  @DisplayName("of changes by another key takes nobody off the list")
  void delta() {
    MailCertificate rogue = authority("CN=Anchor", null, 12, "CN=Sub", ROGUE_KEYS);
    byte[] base =
        signed(
            with(claiming(genuine()), Extension.cRLNumber, false, new ASN1Integer(10)), SUB_KEYS);
    X509v2CRLBuilder removing = claiming(newer("CN=Sub"));
    removing.addCRLEntry(BigInteger.valueOf(77), new Date(NOW - HOUR), CRLReason.removeFromCRL);
    with(removing, Extension.deltaCRLIndicator, true, new ASN1Integer(10));
    with(removing, Extension.cRLNumber, false, new ASN1Integer(11));
    byte[] anchors = signed(list());
    List<MailCertificate> heap = List.of(SUB, rogue);
    assertEquals(
        Kind.REVOKED, status(heap, PATH, 0, base, signed(removing, ROGUE_KEYS), anchors).kind());
    assertEquals(
        Kind.GOOD, status(heap, PATH, 0, base, signed(removing, SUB_KEYS), anchors).kind());
  }

  @Test
  @DisplayName("is not the issuer's where the parts of its name stand in another order")
  void permuted() {
    MailCertificate sub = authority("CN=Anchor", null, 13, "CN=Sub,O=X,OU=Y", SUB_KEYS);
    MailCertificate other = authority("CN=Anchor", null, 14, "OU=Y,O=X,CN=Sub", ROGUE_KEYS);
    MailCertificate leaf =
        certificate(
            "CN=Sub,O=X,OU=Y",
            SUB_KEYS,
            77,
            "CN=Leaf",
            false,
            KeyUsage.digitalSignature,
            person(),
            builder -> {});
    byte[] theirs = signed(list("OU=Y,O=X,CN=Sub"), ROGUE_KEYS);
    List<MailCertificate> heap = List.of(sub, other);
    byte[] anchors = signed(list());
    List<MailCertificate> path = List.of(leaf, sub, ANCHOR);
    assertEquals(Kind.UNKNOWN, status(heap, path, 0, theirs, anchors).kind());
    byte[] ours = signed(list("CN=Sub,O=X,OU=Y"), SUB_KEYS);
    assertEquals(Kind.GOOD, status(heap, path, 0, ours, anchors).kind());
  }

  @Test
  @DisplayName("by a key that follows another does not speak of that key's own certificate")
  void rollover() {
    MailCertificate next = authority("CN=Anchor", null, 5, "CN=Anchor", ROGUE_KEYS);
    MailCertificate leaf =
        certificate(
            "CN=Anchor",
            ROGUE_KEYS,
            9,
            "CN=Leaf",
            false,
            KeyUsage.digitalSignature,
            person(),
            builder -> {});
    List<MailCertificate> path = List.of(leaf, next, ANCHOR);
    List<MailCertificate> heap = List.of(next, leaf);
    byte[] own = signed(newer("CN=Anchor"), ROGUE_KEYS);
    byte[] genuine = signed(list().addCRLEntry(BigInteger.valueOf(5), new Date(NOW - 5 * HOUR), 1));
    assertEquals(Kind.GOOD, status(heap, path, 0, own).kind());
    assertEquals(Kind.UNKNOWN, status(heap, path, 1, own).kind());
    assertEquals(Kind.REVOKED, status(heap, path, 1, own, genuine).kind());
    MailCertificate again = authority("CN=Anchor", null, 6, "CN=Anchor", ROGUE_KEYS);
    assertEquals(Kind.UNKNOWN, status(List.of(next, again), path, 1, own).kind());
    BcPerson third = person();
    MailCertificate above = authority("CN=Anchor", ROGUE_KEYS, 7, "CN=Anchor", third);
    byte[] theirs = signed(newer("CN=Anchor"), third);
    assertEquals(Kind.UNKNOWN, status(List.of(next, above), path, 1, own, theirs).kind());
  }

  @Test
  @DisplayName("is verified by its issuer's key, however many others claim its identifier")
  void crowdedOut() {
    byte[] genuine = signed(claiming(revoking()));
    List<MailCertificate> heap = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      heap.add(
          certificate(
              "CN=Nobody",
              100 + i,
              "CN=Anchor",
              true,
              KeyUsage.cRLSign,
              person(),
              builder -> {
                try {
                  builder.addExtension(
                      Extension.subjectKeyIdentifier,
                      false,
                      new SubjectKeyIdentifier(CLAIM.getKeyIdentifierOctets()));
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              }));
    }
    assertEquals(Kind.REVOKED, status(heap, LEAF, genuine).kind());
  }
}
