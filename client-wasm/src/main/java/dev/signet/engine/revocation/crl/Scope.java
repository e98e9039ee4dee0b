package dev.signet.engine.revocation.crl;

import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;

/**
 * Which certificates a list speaks of: its issuing distribution point (RFC 5280 section 5.2.5).
 *
 * @param names where the list is to be had; empty: it does not say
 * @param reasons what certificates are put on it for
 * @param encoding of the extension's value, empty where there is none
 */
record Scope(
    List<GeneralName> names,
    boolean userCertificates,
    boolean authorityCertificates,
    boolean attributeCertificates,
    boolean indirect,
    int reasons,
    byte[] encoding) {

  /** Of a list without the extension: everything that its issuer has issued. */
  static final Scope WHOLE =
      new Scope(List.of(), false, false, false, false, Reasons.ALL, new byte[0]);

  /**
   * @param issuer of the list
   * @throws IllegalArgumentException where the names are none
   */
  static Scope of(IssuingDistributionPoint point, X500Name issuer, byte[] encoding) {
    return new Scope(
        point.getDistributionPoint() == null
            ? List.of()
            : Names.of(point.getDistributionPoint(), issuer),
        point.onlyContainsUserCerts(),
        point.onlyContainsCACerts(),
        point.onlyContainsAttributeCerts(),
        point.isIndirectCRL(),
        Reasons.of(point.getOnlySomeReasons()),
        encoding);
  }

  /** Whether certificates of that kind are on the list (section 6.3.3 (b) (2) (ii) to (iv)). */
  boolean coversKind(boolean authority) {
    return !attributeCertificates
        && !(userCertificates && authority)
        && !(authorityCertificates && !authority);
  }

  /** Whether both are the same, as a delta's must be as its base's (section 5.2.4). */
  boolean same(Scope other) {
    return Arrays.equals(encoding, other.encoding);
  }
}
