package dev.signet.engine.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signet.engine.SmimeException;
import dev.signet.engine.cert.Purpose;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import dev.signet.testing.UnsignedCertificate;
import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A certificate's form")
class CertificateFormTest {
  private static final GeneralName ADDRESS = new GeneralName(GeneralName.rfc822Name, "a@b.example");

  private static UnsignedCertificate leaf() {
    return UnsignedCertificate.of("CN=Root", "CN=Leaf");
  }

  private static UnsignedCertificate root() {
    return UnsignedCertificate.authority("CN=Root", "CN=Root");
  }

  private static List<Problem> problems(UnsignedCertificate leaf, UnsignedCertificate root) {
    return PathRules.problems(
        List.of(leaf.build(), root.build()),
        new PathInputs(UnsignedCertificate.AT, Purpose.ANY, PolicyInputs.ANY, 2048));
  }

  private static void good(UnsignedCertificate leaf) {
    assertEquals(List.of(), problems(leaf, root()));
  }

  private static void malformed(ASN1ObjectIdentifier extension, UnsignedCertificate leaf) {
    String detail = extension == null ? null : extension.getId();
    assertEquals(
        List.of(new Problem(ProblemCode.MALFORMED_CERTIFICATE, 0, detail)), problems(leaf, root()));
  }

  @Test
  @DisplayName("lets key identifiers be missing, serial numbers be zero or negative")
  void tolerated() {
    good(leaf());
    good(leaf().serial(BigInteger.ZERO));
    good(leaf().serial(BigInteger.valueOf(-7)));
    good(leaf().serial(BigInteger.ONE.shiftLeft(160).subtract(BigInteger.ONE)));
  }

  @Test
  @DisplayName("has no extensions before version 3, and no serial number over twenty octets")
  void fields() {
    assertThrows(SmimeException.class, () -> leaf().version(1).names(ADDRESS).build());
    assertThrows(SmimeException.class, () -> leaf().version(2).names(ADDRESS).build());
    malformed(null, leaf().serial(BigInteger.ONE.shiftLeft(160)));
  }

  @Test
  @DisplayName("names its issuer, and itself if it is an authority")
  void emptyNames() {
    X500Name none = new X500Name("");
    assertThrows(
        SmimeException.class, () -> UnsignedCertificate.of(none, new X500Name("CN=Leaf")).build());
    malformed(
        null,
        UnsignedCertificate.authority("CN=Root", "")
            .with(Extension.subjectAlternativeName, true, new GeneralNames(ADDRESS)));
  }

  @Test
  @DisplayName("has alternative names that are encoded as their forms are")
  void alternativeNames() {
    malformed(Extension.subjectAlternativeName, leaf().names());
    malformed(
        Extension.subjectAlternativeName, leaf().names(octets(GeneralName.iPAddress, new byte[8])));
    good(leaf().names(octets(GeneralName.iPAddress, new byte[16])));
    good(leaf().names(ADDRESS));
    byte[] umlaut = {'m', (byte) 0xfc, '.', 'd', 'e'};
    malformed(Extension.subjectAlternativeName, leaf().names(octets(GeneralName.dNSName, umlaut)));
    good(leaf().names(octets(GeneralName.rfc822Name, umlaut)));
  }

  /** A name of octets that its form does not allow. */
  private static GeneralName octets(int tag, byte[] octets) {
    return new GeneralName(tag, new DEROctetString(octets));
  }

  @Test
  @DisplayName("has a critical alternative name where it has no subject")
  void noSubject() {
    UnsignedCertificate unnamed = UnsignedCertificate.of("CN=Root", "");
    malformed(Extension.subjectAlternativeName, unnamed);
    malformed(Extension.subjectAlternativeName, unnamed.names(ADDRESS));
    good(unnamed.with(Extension.subjectAlternativeName, true, new GeneralNames(ADDRESS)));
  }

  @Test
  @DisplayName("gives an end entity neither keyCertSign nor name constraints")
  void endEntity() {
    malformed(
        Extension.keyUsage,
        leaf()
            .with(
                Extension.keyUsage,
                true,
                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign)));
    malformed(
        Extension.nameConstraints,
        leaf()
            .with(
                Extension.nameConstraints,
                true,
                new NameConstraints(new GeneralSubtree[] {new GeneralSubtree(ADDRESS)}, null)));
  }

  @Test
  @DisplayName("has no negative path length")
  void pathLength() {
    malformed(
        Extension.basicConstraints,
        UnsignedCertificate.authority("CN=Root", "CN=Leaf")
            .with(
                Extension.basicConstraints,
                true,
                new DERSequence(new ASN1Encodable[] {ASN1Boolean.TRUE, new ASN1Integer(-1)})));
  }

  @Test
  @DisplayName("has no critical key identifiers and no critical access to its authority")
  void neverCritical() {
    byte[] identifier = new byte[20];
    malformed(
        Extension.subjectKeyIdentifier,
        leaf().with(Extension.subjectKeyIdentifier, true, new SubjectKeyIdentifier(identifier)));
    malformed(
        Extension.authorityKeyIdentifier,
        leaf()
            .with(Extension.authorityKeyIdentifier, true, new AuthorityKeyIdentifier(identifier)));
    malformed(
        Extension.authorityInfoAccess,
        leaf().with(Extension.authorityInfoAccess, true, new DERSequence()));
  }

  @Test
  @DisplayName("that cannot be read is a problem, no failure")
  void damaged() {
    UnsignedCertificate root = root().with(Extension.nameConstraints, true, text());
    assertEquals(
        List.of(
            new Problem(ProblemCode.MALFORMED_CERTIFICATE, 1, Extension.nameConstraints.getId())),
        problems(leaf(), root));
    UnsignedCertificate leaf = leaf().with(Extension.certificatePolicies, false, text());
    assertEquals(
        List.of(new Problem(ProblemCode.MALFORMED_CERTIFICATE, 0)), problems(leaf, root()));
  }

  private static ASN1Encodable text() {
    return new DERIA5String("text");
  }
}
