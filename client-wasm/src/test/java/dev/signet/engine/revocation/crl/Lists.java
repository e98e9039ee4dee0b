package dev.signet.engine.revocation.crl;

import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Step;
import dev.signet.engine.revocation.RevocationStatus;
import dev.signet.testing.BcPerson;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/** Certificates and lists as Bouncy Castle makes them, at a fixed instant. */
final class Lists {
  static final long NOW = 1_700_000_000_000L;
  static final long HOUR = 3_600_000L;

  private static final BcPerson KEYS = BcPerson.root("Ed25519", null, "Ed25519");

  /** The authority: key usage for lists, valid for a year around the instant. */
  static final MailCertificate ANCHOR =
      certificate("CN=Anchor", 1, "CN=Anchor", true, KeyUsage.cRLSign | KeyUsage.keyCertSign);

  /** Serial number 77. */
  static final MailCertificate LEAF =
      certificate(
          "CN=Anchor",
          77,
          "CN=Leaf",
          false,
          KeyUsage.digitalSignature,
          BcPerson.root("Ed25519", null, "Ed25519"),
          builder -> {});

  private Lists() {}

  static MailCertificate certificate(
      String issuer, long serial, String subject, boolean authority, int usage) {
    return certificate(issuer, serial, subject, authority, usage, KEYS, builder -> {});
  }

  /** Signed with the anchor's key. */
  static MailCertificate certificate(
      String issuer,
      long serial,
      String subject,
      boolean authority,
      int usage,
      BcPerson holder,
      Consumer<JcaX509v3CertificateBuilder> more) {
    return certificate(issuer, KEYS, serial, subject, authority, usage, holder, more);
  }

  /** Signed with the key of {@code by}. */
  static MailCertificate certificate(
      String issuer,
      BcPerson by,
      long serial,
      String subject,
      boolean authority,
      int usage,
      BcPerson holder,
      Consumer<JcaX509v3CertificateBuilder> more) {
    KeyPair keys = holder.keys();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name(issuer),
            BigInteger.valueOf(serial),
            new Date(NOW - 4000 * HOUR),
            new Date(NOW + 4000 * HOUR),
            new X500Name(subject),
            keys.getPublic());
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      more.accept(builder);
      return MailCertificate.of(builder.build(by.signer()).getEncoded());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A list by the anchor, an hour old and in force for a day. */
  static X509v2CRLBuilder list() {
    return list("CN=Anchor");
  }

  static X509v2CRLBuilder list(String issuer) {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(new X500Name(issuer), new Date(NOW - HOUR));
    builder.setNextUpdate(new Date(NOW + 24 * HOUR));
    return builder;
  }

  /** With the leaf on it. */
  static X509v2CRLBuilder revoking() {
    return list().addCRLEntry(BigInteger.valueOf(77), new Date(NOW - 5 * HOUR), 1);
  }

  static X509v2CRLBuilder with(
      X509v2CRLBuilder builder, ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
    try {
      return builder.addExtension(oid, critical, value);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Signed with the anchor's key. */
  static byte[] signed(X509v2CRLBuilder builder) {
    return signed(builder, KEYS);
  }

  static byte[] signed(X509v2CRLBuilder builder, BcPerson by) {
    try {
      return builder.build(by.signer()).getEncoded();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What the lists say of the leaf. */
  static RevocationStatus status(byte[]... lists) {
    return status(List.of(), LEAF, lists);
  }

  static RevocationStatus status(
      List<MailCertificate> heap, MailCertificate certificate, byte[]... lists) {
    return status(heap, List.of(certificate, ANCHOR), 0, lists);
  }

  /** What the lists say of one certificate of a path. */
  static RevocationStatus status(
      List<MailCertificate> heap, List<MailCertificate> path, int index, byte[]... lists) {
    CrlSource source = new CrlSource(List.of(lists), heap, NOW, 2048);
    return RareAnswers.withCommon(new HeapHost()).run(Step.start(() -> source.status(path, index)));
  }
}
