package dev.signet.engine.revocation.crl;

import dev.signet.engine.cert.DirectoryName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Names of distribution points and of issuers of lists. */
final class Names {
  private Names() {}

  /**
   * The names of a distribution point (RFC 5280 section 4.2.1.13).
   *
   * @param issuer what a relative name is relative to
   */
  static List<GeneralName> of(DistributionPointName name, X500Name issuer) {
    if (name.getType() == DistributionPointName.FULL_NAME) {
      return Arrays.asList(GeneralNames.getInstance(name.getName()).getNames());
    }
    List<RDN> parts = new ArrayList<>(Arrays.asList(issuer.getRDNs()));
    parts.add(RDN.getInstance(ASN1Set.getInstance(name.getName())));
    return List.of(new GeneralName(new X500Name(parts.toArray(new RDN[0]))));
  }

  /** The distinguished names among them. */
  static List<X500Name> directoryNames(GeneralNames names) {
    return Arrays.stream(names.getNames())
        .filter(name -> name.getTagNo() == GeneralName.directoryName)
        .map(name -> X500Name.getInstance(name.getName()))
        .toList();
  }

  /** Whether one of these is one of those. */
  static boolean meet(List<GeneralName> some, List<GeneralName> others) {
    return some.stream().anyMatch(one -> others.stream().anyMatch(other -> same(one, other)));
  }

  /** Distinguished names are compared by RFC 5280 section 7.1, others octet by octet. */
  private static boolean same(GeneralName one, GeneralName other) {
    if (one.getTagNo() == GeneralName.directoryName
        && other.getTagNo() == GeneralName.directoryName) {
      return DirectoryName.of(X500Name.getInstance(one.getName()))
          .equals(DirectoryName.of(X500Name.getInstance(other.getName())));
    }
    return one.equals(other);
  }
}
