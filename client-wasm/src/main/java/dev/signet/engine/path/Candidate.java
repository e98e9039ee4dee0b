package dev.signet.engine.path;

import dev.signet.engine.cert.DirectoryName;
import dev.signet.engine.cert.MailCertificate;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;

/** A certificate with what a search needs of it again and again, read once. */
final class Candidate {
  /** No anchor is above it. */
  static final int NO_ANCHOR = 1 << 16;

  private static final int MATCH = 0;
  private static final int SILENT = 1;
  private static final int MISMATCH = 2;

  private final MailCertificate certificate;
  private final boolean anchor;
  private final DirectoryName subject;
  private final DirectoryName issuer;
  private final byte[] keyIdentifier;
  private final AuthorityKeyIdentifier authority;
  private final DirectoryName authorityIssuer;
  private final boolean maySign;
  private int distance;
  private int likelyDistance;

  Candidate(MailCertificate certificate, boolean anchor) {
    this.certificate = certificate;
    this.anchor = anchor;
    subject = certificate.subjectName();
    issuer = certificate.issuerName();
    keyIdentifier = certificate.subjectKeyIdentifier().orElse(null);
    authority = authority(certificate);
    authorityIssuer = authorityIssuer(authority);
    maySign =
        certificate.isCa()
            && certificate
                .keyUsage()
                .map(usage -> usage.hasUsages(KeyUsage.keyCertSign))
                .orElse(true);
    distance = anchor ? 0 : NO_ANCHOR;
    likelyDistance = distance;
  }

  private static AuthorityKeyIdentifier authority(MailCertificate certificate) {
    try {
      Optional<ASN1Primitive> value = certificate.extension(Extension.authorityKeyIdentifier);
      return value.map(AuthorityKeyIdentifier::getInstance).orElse(null);
    } catch (RuntimeException e) {
      // The rules of the path say what is wrong with it; for the search it tells nothing.
      return null;
    }
  }

  private static DirectoryName authorityIssuer(AuthorityKeyIdentifier authority) {
    if (authority == null || authority.getAuthorityCertIssuer() == null) {
      return null;
    }
    for (GeneralName name : authority.getAuthorityCertIssuer().getNames()) {
      if (name.getTagNo() == GeneralName.directoryName) {
        try {
          return DirectoryName.of(X500Name.getInstance(name.getName()));
        } catch (RuntimeException e) {
          return null;
        }
      }
    }
    return null;
  }

  MailCertificate certificate() {
    return certificate;
  }

  boolean anchor() {
    return anchor;
  }

  DirectoryName subject() {
    return subject;
  }

  DirectoryName issuer() {
    return issuer;
  }

  /** Certificates up to the nearest anchor, by names alone; 0 for an anchor. */
  int distance() {
    return distance;
  }

  void setDistance(int certificates) {
    distance = certificates;
  }

  /** The same by identifiers too, which may be wrong: good for an order only. */
  int likelyDistance() {
    return likelyDistance;
  }

  void setLikelyDistance(int certificates) {
    likelyDistance = certificates;
  }

  /** The same subject with the same key: twice on one path they would make a loop. */
  boolean sameEntity(Candidate other) {
    return certificate.publicKey().equals(other.certificate.publicKey())
        && subject.equals(other.subject);
  }

  /**
   * The order in which issuers of this certificate are tried, lowest first: what the identifiers
   * say (RFC 5280 section 4.2.1.1), authorities, those that are valid, those near an anchor.
   */
  long order(Candidate above, long at) {
    long order = identifiers(above);
    order = order * 2 + (above.maySign ? 0 : 1);
    order = order * 2 + (above.validAt(at) ? 0 : 1);
    return order * (2L * NO_ANCHOR) + above.likelyDistance;
  }

  /** Whether the identifiers do not speak against this issuer. */
  boolean fits(Candidate above) {
    return key(above) != MISMATCH && serial(above) != MISMATCH;
  }

  private int identifiers(Candidate above) {
    return key(above) * 3 + serial(above);
  }

  private int key(Candidate above) {
    byte[] wanted = authority == null ? null : authority.getKeyIdentifierOctets();
    if (wanted == null || above.keyIdentifier == null) {
      return SILENT;
    }
    return Arrays.equals(wanted, above.keyIdentifier) ? MATCH : MISMATCH;
  }

  private int serial(Candidate above) {
    if (authorityIssuer == null || authority.getAuthorityCertSerialNumber() == null) {
      return SILENT;
    }
    return authority
                .getAuthorityCertSerialNumber()
                .equals(above.certificate.structure().getSerialNumber().getValue())
            && authorityIssuer.equals(above.issuer)
        ? MATCH
        : MISMATCH;
  }

  private boolean validAt(long at) {
    return at >= certificate.notBefore() && at <= certificate.notAfter();
  }
}
