package dev.signet.engine.revocation.crl;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.cert.DirectoryName;
import dev.signet.engine.cert.MailCertificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * One place of which a certificate says that its revocation is told there (RFC 5280 section
 * 4.2.1.13). Nothing is fetched from it: it says which lists speak of the certificate.
 *
 * @param names empty: the point has none
 * @param issuers of the lists there, where it is not the certificate's
 * @param direct whether the lists are the certificate's issuer's
 * @param reasons what is told there
 */
record Point(
    X500Name certificateIssuer,
    List<GeneralName> names,
    List<X500Name> issuers,
    boolean direct,
    int reasons) {

  /** More points than this no certificate has. */
  private static final int MOST = 32;

  /**
   * The points of a certificate, and last the one that every certificate has: the lists of its
   * issuer (section 6.3.3, after (l)).
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE}
   */
  static List<Point> of(MailCertificate certificate) {
    return Asn1.read(
        "the certificate's CRL distribution points",
        () -> {
          List<Point> points = new ArrayList<>();
          X500Name issuer = certificate.issuer();
          certificate
              .extension(Extension.cRLDistributionPoints)
              .ifPresent(value -> read(CRLDistPoint.getInstance(value), issuer, points));
          points.add(
              new Point(issuer, List.of(new GeneralName(issuer)), List.of(), true, Reasons.ALL));
          return points;
        });
  }

  /** Whether a certificate names points, and its own holder as the issuer of the lists of each. */
  static boolean onlyOwn(MailCertificate certificate) {
    DirectoryName subject = certificate.subjectName();
    List<Point> points = of(certificate);
    return points.size() > 1
        && points.subList(0, points.size() - 1).stream()
            .allMatch(
                point ->
                    point.issuers.size() == 1
                        && DirectoryName.of(point.issuers.get(0)).equals(subject));
  }

  private static void read(CRLDistPoint extension, X500Name issuer, List<Point> points) {
    DistributionPoint[] all = extension.getDistributionPoints();
    for (int i = 0; i < all.length && i < MOST; i++) {
      DistributionPoint each = all[i];
      boolean direct = each.getCRLIssuer() == null;
      List<X500Name> issuers = direct ? List.of() : Names.directoryNames(each.getCRLIssuer());
      List<GeneralName> names = new ArrayList<>();
      if (each.getDistributionPoint() != null) {
        for (X500Name base : direct ? List.of(issuer) : issuers) {
          names.addAll(Names.of(each.getDistributionPoint(), base));
        }
      }
      points.add(new Point(issuer, names, issuers, direct, Reasons.of(each.getReasons())));
    }
  }

  /** Whether the list is one of this point's (section 6.3.3 (b)). */
  boolean has(CertificateList list, boolean authority) {
    Scope scope = list.scope();
    boolean issued =
        direct
            ? list.issuer().equals(DirectoryName.of(certificateIssuer))
            : scope.indirect()
                && issuers.stream()
                    .anyMatch(issuer -> DirectoryName.of(issuer).equals(list.issuer()));
    return issued && scope.coversKind(authority) && named(scope);
  }

  private boolean named(Scope scope) {
    if (scope.names().isEmpty()) {
      return true;
    }
    return Names.meet(
        scope.names(), names.isEmpty() ? issuers.stream().map(GeneralName::new).toList() : names);
  }
}
