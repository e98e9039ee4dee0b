package dev.signet.engine.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.engine.cert.MailCertificate;
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
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of a path")
class PathRulesTest {
  private static final long AT = UnsignedCertificate.AT;
  private static final ASN1ObjectIdentifier UNHEARD_OF = new ASN1ObjectIdentifier("1.2.3.4");
  private static final MailCertificate ROOT = root().build();
  private static final MailCertificate LEAF = leaf("CN=Root").build();

  private static UnsignedCertificate root() {
    return UnsignedCertificate.authority("CN=Root", "CN=Root");
  }

  private static UnsignedCertificate middle() {
    return UnsignedCertificate.authority("CN=Root", "CN=Middle");
  }

  private static UnsignedCertificate leaf(String issuer) {
    return UnsignedCertificate.of(issuer, "CN=Leaf");
  }

  private static List<Problem> problems(Purpose purpose, MailCertificate... path) {
    return PathRules.problems(List.of(path), new PathInputs(AT, purpose, PolicyInputs.ANY, 2048));
  }

  private static String found(MailCertificate... path) {
    return found(Purpose.SIGNING, path);
  }

  /** Such as {@code EXPIRED@0 EXPIRED@1}. */
  private static String found(Purpose purpose, MailCertificate... path) {
    return String.join(
        " ",
        problems(purpose, path).stream()
            .map(problem -> problem.code() + "@" + problem.at())
            .toList());
  }

  @Test
  @DisplayName("find nothing in paths of one, two and three")
  void none() {
    assertEquals("", found(ROOT_THAT_SIGNS_MAIL));
    assertEquals("", found(LEAF, ROOT));
    assertEquals("", found(leaf("CN=Middle").build(), middle().build(), ROOT));
  }

  private static final MailCertificate ROOT_THAT_SIGNS_MAIL =
      root().without(Extension.keyUsage).build();

  @Test
  @DisplayName("list every problem with its certificate, the most specific first")
  void order() {
    MailCertificate expired = leaf("CN=Middle").valid(AT - 9, AT - 5).build();
    MailCertificate middle =
        middle()
            .without(Extension.basicConstraints)
            .with(UNHEARD_OF, true, DERNull.INSTANCE)
            .valid(AT - 9, AT - 5)
            .build();
    assertEquals(
        "UNKNOWN_CRITICAL_EXTENSION@1 NOT_AN_AUTHORITY@1 EXPIRED@0 EXPIRED@1",
        found(expired, middle, ROOT));
  }

  @Test
  @DisplayName("hold every certificate to its validity, the anchor too; both ends are inclusive")
  void validity() {
    assertEquals("", found(leaf("CN=Root").valid(AT, AT).build(), ROOT));
    assertEquals(
        "NOT_YET_VALID@0", found(leaf("CN=Root").valid(AT + 1000, AT + 2000).build(), ROOT));
    assertEquals("EXPIRED@1", found(LEAF, root().valid(AT - 2000, AT - 1000).build()));
    assertEquals("EXPIRED@0", found(root().without(Extension.keyUsage).valid(0, 1000).build()));
  }

  @Test
  @DisplayName("want issuer and subject of neighbours to be one name, in its order")
  void chaining() {
    MailCertificate root = UnsignedCertificate.authority("CN=Root,O=A", "CN=Root,O=A").build();
    assertEquals("", found(leaf("CN=ROOT,O=a").build(), root));
    assertEquals("UNTRUSTED@0", found(leaf("O=A,CN=Root").build(), root));
  }

  @Nested
  @DisplayName("take as an authority")
  class Authorities {
    @Test
    @DisplayName("a version 3 certificate that says so, critical or not")
    void basicConstraints() {
      assertEquals(
          "NOT_AN_AUTHORITY@1", found(LEAF, root().without(Extension.basicConstraints).build()));
      assertEquals(
          "NOT_AN_AUTHORITY@1",
          found(
              LEAF,
              root().with(Extension.basicConstraints, true, new BasicConstraints(false)).build()));
      assertEquals(
          "",
          found(
              LEAF,
              root().with(Extension.basicConstraints, false, new BasicConstraints(true)).build()));
    }

    @Test
    @DisplayName("a version 1 certificate only as an anchor that is self-issued")
    void oldAnchor() {
      MailCertificate old = UnsignedCertificate.of("CN=Root", "CN=Root").version(1).build();
      assertEquals("", found(LEAF, old));
      MailCertificate cross = UnsignedCertificate.of("CN=Top", "CN=Root").version(1).build();
      assertEquals("NOT_AN_AUTHORITY@1", found(LEAF, cross));
      MailCertificate middle = UnsignedCertificate.of("CN=Root", "CN=Middle").version(1).build();
      assertEquals("NOT_AN_AUTHORITY@1", found(leaf("CN=Middle").build(), middle, ROOT));
    }

    @Test
    @DisplayName("one whose key usage is missing or has keyCertSign")
    void keyUsage() {
      assertEquals("", found(LEAF, root().without(Extension.keyUsage).build()));
      assertEquals(
          "AUTHORITY_KEY_USAGE@1",
          found(
              LEAF, root().with(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign)).build()));
    }

    @Test
    @DisplayName(
        "one whose extended key usage, if any, is for mail, unless no purpose is asked for")
    void extendedKeyUsage() {
      MailCertificate web = with(KeyPurposeId.id_kp_serverAuth);
      assertEquals("WRONG_PURPOSE@1", found(leaf("CN=Middle").build(), web, ROOT));
      assertEquals("", found(Purpose.ANY, leaf("CN=Middle").build(), web, ROOT));
      MailCertificate both =
          with(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_emailProtection);
      assertEquals("", found(leaf("CN=Middle").build(), both, ROOT));
      MailCertificate any = with(KeyPurposeId.anyExtendedKeyUsage);
      assertEquals("", found(leaf("CN=Middle").build(), any, ROOT));
    }

    private MailCertificate with(KeyPurposeId... purposes) {
      return middle()
          .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes))
          .build();
    }
  }

  @Nested
  @DisplayName("count for the path length")
  class PathLength {
    private MailCertificate root(int length) {
      return PathRulesTest.root()
          .with(Extension.basicConstraints, true, new BasicConstraints(length))
          .build();
    }

    @Test
    @DisplayName("authorities between, from the anchor on")
    void between() {
      assertEquals("", found(LEAF, root(0)));
      assertEquals("PATH_TOO_LONG@2", found(leaf("CN=Middle").build(), middle().build(), root(0)));
      assertEquals("", found(leaf("CN=Middle").build(), middle().build(), root(1)));
    }

    @Test
    @DisplayName("no authority that is the leaf")
    void leafAuthority() {
      assertEquals("", found(middle().without(Extension.keyUsage).build(), root(0)));
    }

    @Test
    @DisplayName("no self-issued authority")
    void selfIssued() {
      assertEquals("", found(LEAF, PathRulesTest.root().build(), root(0)));
    }

    @Test
    @DisplayName("numbers of any size")
    void huge() {
      MailCertificate huge =
          PathRulesTest.root()
              .with(
                  Extension.basicConstraints,
                  true,
                  new DERSequence(
                      new ASN1Encodable[] {
                        ASN1Boolean.TRUE, new ASN1Integer(BigInteger.ONE.shiftLeft(100))
                      }))
              .build();
      assertEquals("", found(leaf("CN=Middle").build(), middle().build(), huge));
    }
  }

  @Nested
  @DisplayName("take a leaf for its purpose")
  class Leaf {
    @Test
    @DisplayName("by its key usage, also if it is an authority")
    void keyUsage() {
      assertEquals("WRONG_PURPOSE@0", found(ROOT));
      assertEquals("", found(Purpose.ANY, ROOT));
      MailCertificate both =
          root()
              .with(
                  Extension.keyUsage,
                  true,
                  new KeyUsage(KeyUsage.keyCertSign | KeyUsage.digitalSignature))
              .build();
      assertEquals("", found(both));
      assertEquals("WRONG_PURPOSE@0", found(Purpose.ENCRYPTION, both));
    }
  }

  @Nested
  @DisplayName("want critical extensions")
  class Critical {
    @Test
    @DisplayName("to be known, of every certificate, and name those that are not")
    void unknown() {
      MailCertificate leaf = leaf("CN=Root").with(UNHEARD_OF, true, DERNull.INSTANCE).build();
      assertEquals(
          List.of(new Problem(ProblemCode.UNKNOWN_CRITICAL_EXTENSION, 0, UNHEARD_OF.getId())),
          problems(Purpose.SIGNING, leaf, ROOT));
      MailCertificate root = root().with(UNHEARD_OF, true, DERNull.INSTANCE).build();
      assertEquals("UNKNOWN_CRITICAL_EXTENSION@1", found(LEAF, root));
      MailCertificate harmless = root().with(UNHEARD_OF, false, DERNull.INSTANCE).build();
      assertEquals("", found(LEAF, harmless));
    }
  }
}
