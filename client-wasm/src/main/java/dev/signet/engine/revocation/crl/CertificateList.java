package dev.signet.engine.revocation.crl;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.asn1.DerCursor;
import dev.signet.engine.cert.DirectoryName;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.Time;

/**
 * CertificateList (RFC 5280 section 5.1), read but for its entries, which stay octets until they
 * are looked through; nothing of it is verified.
 */
final class CertificateList {
  /** Critical extensions whose meaning is taken into account. */
  private static final Set<ASN1ObjectIdentifier> UNDERSTOOD =
      Set.of(
          Extension.issuingDistributionPoint,
          Extension.deltaCRLIndicator,
          Extension.cRLNumber,
          Extension.authorityKeyIdentifier,
          Extension.issuerAlternativeName,
          Extension.freshestCRL);

  /** Five minutes, by which clocks may differ. */
  private static final long SKEW = 5L * 60 * 1000;

  private final byte[] der;
  private int signedFrom;
  private int signedTo;
  private AlgorithmIdentifier algorithm;
  private AlgorithmIdentifier algorithmInside;
  private byte[] signature;
  private X500Name issuerName;
  private DirectoryName issuer;
  private long thisUpdate;
  private Long nextUpdate;
  private RevokedEntries entries;
  private Scope scope = Scope.WHOLE;
  private boolean understood = true;
  private BigInteger number;
  private BigInteger base;
  private byte[] keyIdentifier = {};

  private CertificateList(byte[] der) {
    this.der = der;
  }

  /**
   * Reads one list.
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE} or {@code TOO_LARGE}
   */
  static CertificateList read(byte[] der) {
    CertificateList list = new CertificateList(der);
    Asn1.read(
        "the CRL",
        () -> {
          list.readFields();
          return list;
        });
    return list;
  }

  private void readFields() {
    DerCursor outer = new DerCursor(der).next(0x30);
    if (outer.more()) {
      throw SmimeException.malformed("the CRL is damaged");
    }
    DerCursor fields = outer.inside();
    DerCursor signed = fields.next(0x30).inside();
    signedFrom = fields.start();
    signedTo = fields.end();
    algorithm = AlgorithmIdentifier.getInstance(Asn1.parse(fields.next(0x30).encoded()));
    signature = ASN1BitString.getInstance(Asn1.parse(fields.next(0x03).encoded())).getOctets();
    if (fields.more()) {
      throw SmimeException.malformed("the CRL is damaged");
    }
    readSigned(signed);
  }

  private void readSigned(DerCursor fields) {
    fields.next();
    if (fields.tag() == 0x02) {
      fields.next();
    }
    algorithmInside = AlgorithmIdentifier.getInstance(Asn1.parse(fields.encoded()));
    issuerName = X500Name.getInstance(Asn1.parse(fields.next(0x30).encoded()));
    issuer = DirectoryName.of(issuerName);
    fields.next();
    thisUpdate = time(fields);
    boolean more = fields.next();
    if (more && (fields.tag() == 0x17 || fields.tag() == 0x18)) {
      nextUpdate = time(fields);
      more = fields.next();
    }
    int from = 0;
    int to = 0;
    if (more && fields.tag() == 0x30) {
      from = fields.contentStart();
      to = fields.end();
      more = fields.next();
    }
    if (more && fields.tag() == 0xa0) {
      readExtensions(fields.inside().next(0x30).encoded());
      more = fields.next();
    }
    if (more) {
      throw SmimeException.malformed("the CRL is damaged");
    }
    entries = new RevokedEntries(der, from, to, issuer, scope.indirect());
  }

  private static long time(DerCursor field) {
    return Time.getInstance(Asn1.parse(field.encoded())).getDate().getTime();
  }

  private void readExtensions(byte[] encoding) {
    Extensions extensions = Extensions.getInstance(Asn1.parse(encoding));
    for (ASN1ObjectIdentifier oid : extensions.getCriticalExtensionOIDs()) {
      understood &= UNDERSTOOD.contains(oid);
    }
    Extension point = extensions.getExtension(Extension.issuingDistributionPoint);
    if (point != null) {
      byte[] value = point.getExtnValue().getOctets();
      scope = Scope.of(IssuingDistributionPoint.getInstance(Asn1.parse(value)), issuerName, value);
    }
    number = integer(extensions.getExtension(Extension.cRLNumber));
    base = integer(extensions.getExtension(Extension.deltaCRLIndicator));
    Extension authority = extensions.getExtension(Extension.authorityKeyIdentifier);
    if (authority != null) {
      byte[] identifier =
          AuthorityKeyIdentifier.getInstance(Asn1.parse(authority.getExtnValue().getOctets()))
              .getKeyIdentifierOctets();
      keyIdentifier = identifier == null ? keyIdentifier : identifier;
    }
  }

  private static BigInteger integer(Extension extension) {
    if (extension == null) {
      return null;
    }
    ASN1Encodable value = Asn1.parse(extension.getExtnValue().getOctets());
    return ASN1Integer.getInstance(value).getValue();
  }

  DirectoryName issuer() {
    return issuer;
  }

  Scope scope() {
    return scope;
  }

  RevokedEntries entries() {
    return entries;
  }

  /** A copy of the octets that were signed, as they stand. */
  byte[] toBeSigned() {
    return Arrays.copyOfRange(der, signedFrom, signedTo);
  }

  byte[] signature() {
    return signature;
  }

  /** The algorithm of the signature; null where the list names two (section 5.1.1.2). */
  AlgorithmIdentifier algorithm() {
    return algorithm.equals(algorithmInside) ? algorithm : null;
  }

  /** What the list says of its signer's key; empty where it says nothing. */
  byte[] keyIdentifier() {
    return keyIdentifier;
  }

  /**
   * Whether nothing critical in the list itself is unknown. If not, what is listed is revoked, but
   * what is not listed need not be good (section 5.2; ITU-T X.509 section 9.5.1).
   */
  boolean understood() {
    return understood;
  }

  boolean delta() {
    return base != null;
  }

  /** Whether it had been issued at that instant. */
  boolean issued(long at) {
    return thisUpdate <= at + SKEW;
  }

  /** Whether it was in force; a list that never ends (against section 5.1.2.5) is not. */
  boolean current(long at) {
    return issued(at) && nextUpdate != null && nextUpdate >= at - SKEW;
  }

  /** Whether this list, if of the same key, takes the place of the other. */
  boolean supersedes(CertificateList other) {
    return delta() == other.delta() && sameSource(other) && newestFirst(this, other) < 0;
  }

  /** Whether this delta, if of the same key, brings the other, a full list, up to date. */
  boolean updates(CertificateList full) {
    return delta()
        && !full.delta()
        && sameSource(full)
        && number != null
        && full.number != null
        && base.compareTo(full.number) <= 0
        && full.number.compareTo(number) < 0;
  }

  private boolean sameSource(CertificateList other) {
    return issuer.equals(other.issuer) && scope.same(other.scope);
  }

  /** By the time of issue, then by number. */
  static int newestFirst(CertificateList one, CertificateList other) {
    int byTime = Long.compare(other.thisUpdate, one.thisUpdate);
    return byTime == 0 ? other.order().compareTo(one.order()) : byTime;
  }

  private BigInteger order() {
    return number == null ? BigInteger.ZERO : number;
  }
}
