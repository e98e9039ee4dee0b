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
import dev.signet.engine.revocation.RevocationStatus;
import dev.signet.engine.revocation.RevocationStatus.Kind;
import dev.signet.testing.BcPerson;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Revocation lists")
class CrlSourceTest {
  private static final ASN1ObjectIdentifier STRANGE = new ASN1ObjectIdentifier("1.3.6.1.4.1.9.9");
  private static final BcPerson OTHER = BcPerson.root("Ed25519", null, "Ed25519");

  @Test
  @DisplayName("without the certificate make it good, with it revoked since the day they name")
  void plain() {
    assertEquals(RevocationStatus.GOOD, status(signed(list())));
    assertEquals(RevocationStatus.revoked(NOW - 5 * HOUR), status(signed(revoking())));
    assertEquals(RevocationStatus.UNKNOWN, status());
  }

  @Test
  @DisplayName("that do not say when the next one comes tell nothing")
  void endless() {
    X509v2CRLBuilder endless = new X509v2CRLBuilder(ANCHOR.subject(), new Date(NOW - HOUR));
    assertEquals(RevocationStatus.UNKNOWN, status(signed(endless)));
  }

  @Test
  @DisplayName("with something critical that is unknown revoke, and make nobody good")
  void critical() {
    byte[] inList = signed(with(list(), STRANGE, true, DERNull.INSTANCE));
    assertEquals(RevocationStatus.UNKNOWN, status(inList));
    assertEquals(
        Kind.REVOKED, status(signed(with(revoking(), STRANGE, true, DERNull.INSTANCE))).kind());
    assertEquals(
        RevocationStatus.GOOD, status(signed(with(list(), STRANGE, false, DERNull.INSTANCE))));
    X509v2CRLBuilder inEntry = list();
    inEntry.addCRLEntry(BigInteger.ONE, new Date(NOW), extension(STRANGE, DERNull.INSTANCE));
    assertEquals(RevocationStatus.UNKNOWN, status(signed(inEntry)));
    X509v2CRLBuilder inOwn = list();
    inOwn.addCRLEntry(BigInteger.valueOf(77), new Date(NOW), extension(STRANGE, DERNull.INSTANCE));
    assertEquals(Kind.REVOKED, status(signed(inOwn)).kind());
  }

  private static Extensions extension(ASN1ObjectIdentifier oid, ASN1Encodable value) {
    try {
      ExtensionsGenerator generator = new ExtensionsGenerator();
      generator.addExtension(oid, true, value);
      return generator.generate();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @DisplayName("are believed of a signer with the issuer's name and a path of his own")
  void delegatedSigner() {
    byte[] theirs = signed(list(), OTHER);
    MailCertificate signer = signer(5, KeyUsage.cRLSign);
    assertEquals(RevocationStatus.UNKNOWN, status(theirs));
    // Whether the signer himself was revoked, somebody must know.
    assertEquals(RevocationStatus.UNKNOWN, status(List.of(signer), LEAF, theirs));
    assertEquals(RevocationStatus.GOOD, status(List.of(signer), LEAF, theirs, authorities()));
    MailCertificate noLists = signer(6, KeyUsage.digitalSignature);
    assertEquals(RevocationStatus.UNKNOWN, status(List.of(noLists), LEAF, theirs, authorities()));
    assertEquals(
        RevocationStatus.GOOD, status(List.of(noLists, signer), LEAF, theirs, authorities()));
  }

  @Test
  @DisplayName("are not believed of a signer who is on a list himself")
  void revokedSigner() {
    byte[] theirs = signed(list(), OTHER);
    MailCertificate signer = signer(5, KeyUsage.cRLSign);
    byte[] partial = signed(with(gone(5), Extension.issuingDistributionPoint, true, onlySome()));
    assertEquals(
        RevocationStatus.UNKNOWN, status(List.of(signer), LEAF, theirs, authorities(), partial));
    byte[][] flood = new byte[100][];
    Arrays.fill(flood, theirs);
    flood[0] = partial;
    flood[1] = authorities();
    assertEquals(RevocationStatus.UNKNOWN, status(List.of(signer), LEAF, flood));
    byte[] other = signed(with(gone(6), Extension.issuingDistributionPoint, true, onlySome()));
    assertEquals(
        RevocationStatus.GOOD, status(List.of(signer), LEAF, theirs, authorities(), other));
  }

  private static X509v2CRLBuilder gone(long serial) {
    return list().addCRLEntry(BigInteger.valueOf(serial), new Date(NOW), CRLReason.keyCompromise);
  }

  private static IssuingDistributionPoint onlySome() {
    return new IssuingDistributionPoint(
        null, false, false, new ReasonFlags(ReasonFlags.keyCompromise), false, false);
  }

  /** Of the anchor, about authorities alone: it tells nothing of the leaf. */
  private static byte[] authorities() {
    return signed(
        with(
            list(),
            Extension.issuingDistributionPoint,
            true,
            new IssuingDistributionPoint(null, false, true, null, false, false)));
  }

  private static MailCertificate signer(long serial, int usage) {
    return certificate("CN=Anchor", serial, "CN=Anchor", true, usage, OTHER, builder -> {});
  }

  @Test
  @DisplayName("of others speak of a certificate only where it says so and they say so")
  void indirect() {
    GeneralName at = new GeneralName(new X500Name("CN=Lister"));
    MailCertificate lister =
        certificate("CN=Anchor", 8, "CN=Lister", true, KeyUsage.cRLSign, OTHER, builder -> {});
    MailCertificate leaf = namingIssuer(at);
    List<MailCertificate> heap = List.of(lister);
    byte[] direct = signed(list("CN=Lister"), OTHER);
    assertEquals(RevocationStatus.UNKNOWN, status(heap, leaf, direct, authorities()));
    byte[] good = signed(indirectly(list("CN=Lister")), OTHER);
    assertEquals(RevocationStatus.GOOD, status(heap, leaf, good, authorities()));
    assertEquals(RevocationStatus.UNKNOWN, status(heap, LEAF, good, authorities()));

    X509v2CRLBuilder others = list("CN=Lister");
    others.addCRLEntry(BigInteger.valueOf(77), new Date(NOW), CRLReason.superseded);
    assertEquals(
        RevocationStatus.GOOD,
        status(heap, leaf, signed(indirectly(others), OTHER), authorities()));

    GeneralNames issuer = new GeneralNames(new GeneralName(new X500Name("cn=ANCHOR")));
    X509v2CRLBuilder sticky = list("CN=Lister");
    sticky.addCRLEntry(
        BigInteger.TWO, new Date(NOW), extension(Extension.certificateIssuer, issuer));
    sticky.addCRLEntry(BigInteger.valueOf(77), new Date(NOW), CRLReason.superseded);
    assertEquals(
        Kind.REVOKED, status(heap, leaf, signed(indirectly(sticky), OTHER), authorities()).kind());
  }

  private static MailCertificate namingIssuer(GeneralName issuer) {
    return certificate(
        "CN=Anchor",
        77,
        "CN=Leaf",
        false,
        KeyUsage.digitalSignature,
        BcPerson.root("Ed25519", null, "Ed25519"),
        builder -> {
          try {
            builder.addExtension(
                Extension.cRLDistributionPoints,
                false,
                new CRLDistPoint(
                    new DistributionPoint[] {
                      new DistributionPoint(
                          new DistributionPointName(new GeneralNames(issuer)),
                          null,
                          new GeneralNames(issuer))
                    }));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static X509v2CRLBuilder indirectly(X509v2CRLBuilder builder) {
    return with(
        builder,
        Extension.issuingDistributionPoint,
        true,
        new IssuingDistributionPoint(null, false, false, null, true, false));
  }

  @Test
  @DisplayName("are brought up to date by a delta that begins at their number or before")
  void delta() {
    byte[] base = signed(with(list(), Extension.cRLNumber, false, new ASN1Integer(10)));
    assertEquals(RevocationStatus.GOOD, status(base));
    assertEquals(Kind.REVOKED, status(base, delta(10, 11)).kind());
    assertEquals(Kind.REVOKED, status(delta(3, 11), base).kind());
    assertEquals(RevocationStatus.GOOD, status(base, delta(11, 12)));
    assertEquals(RevocationStatus.UNKNOWN, status(delta(10, 11)));
  }

  private static byte[] delta(long base, long number) {
    X509v2CRLBuilder builder = revoking();
    with(builder, Extension.deltaCRLIndicator, true, new ASN1Integer(base));
    return signed(with(builder, Extension.cRLNumber, false, new ASN1Integer(number)));
  }
}
