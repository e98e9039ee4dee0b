package dev.signet.engine.advice;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.cert.CertificateFacts;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.report.Advice;
import dev.signet.engine.report.AdviceCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.asn1.x509.PolicyInformation;

/**
 * Compares a person's certificate with the CA/Browser Forum's Baseline Requirements for S/MIME
 * certificates, version 1.0.10. Those bind authorities that everybody trusts, no company's own.
 */
public final class BaselineRequirements {
  /** The arc of the reserved policies (section 7.1.6.1); the last arc is the generation. */
  private static final ASN1ObjectIdentifier POLICIES = new ASN1ObjectIdentifier("2.23.140.1.5");

  private static final long DAY = 24L * 60 * 60 * 1000;

  /** Section 6.3.2: 825 days, and 1185 in the generation called Legacy. */
  private static final int MOST_DAYS = 825;

  private static final int MOST_DAYS_LEGACY = 1185;

  private static final int LEAST_RSA_BITS = 2048;

  private static final Set<String> KEYS =
      Set.of("RSA", "EC P-256", "EC P-384", "EC P-521", "Ed25519", "Ed448", "X25519", "X448");

  private final MailCertificate certificate;
  private final List<String> policies;

  private BaselineRequirements(MailCertificate certificate) {
    this.certificate = certificate;
    policies = policies(certificate);
  }

  /** What there is to advise on the leaf of a chain. */
  public static List<Advice> of(MailCertificate leaf) {
    return leaf.isCa() ? List.of() : new BaselineRequirements(leaf).advice();
  }

  private List<Advice> advice() {
    List<Advice> advice = new ArrayList<>();
    Stream.of(AdviceCode.values())
        .filter(this::applies)
        .forEach(code -> advice.add(new Advice(code, 0)));
    return advice;
  }

  private boolean applies(AdviceCode code) {
    return switch (code) {
      case LONG_VALIDITY -> longValidity();
      case NO_BASELINE_POLICY -> policies.isEmpty();
      case NO_EXTENDED_KEY_USAGE ->
          !certificate
              .extendedKeyUsage()
              .map(uses -> uses.contains(KeyPurposeId.id_kp_emailProtection))
              .orElse(false);
      case ADDRESS_IN_SUBJECT_ONLY -> addressInSubjectOnly();
      case NO_REVOCATION_ADDRESS ->
          certificate.extension(Extension.cRLDistributionPoints).isEmpty() && !namesResponder();
      case KEY_KIND -> !keyAllowed();
    };
  }

  /** Both ends belong to the validity (RFC 5280 section 4.1.2.5), in whole seconds. */
  private boolean longValidity() {
    boolean legacy =
        policies.isEmpty() || policies.stream().anyMatch(policy -> policy.endsWith(".1"));
    long most = (legacy ? MOST_DAYS_LEGACY : MOST_DAYS) * DAY;
    return certificate.notAfter() - certificate.notBefore() + 1000 > most;
  }

  private static List<String> policies(MailCertificate certificate) {
    return read(
        () ->
            certificate
                .extension(Extension.certificatePolicies)
                .map(CertificatePolicies::getInstance)
                .map(all -> Stream.of(all.getPolicyInformation()))
                .orElse(Stream.of())
                .map(PolicyInformation::getPolicyIdentifier)
                .filter(policy -> policy.on(POLICIES))
                .map(ASN1ObjectIdentifier::getId)
                .toList(),
        List.of());
  }

  /** Section 7.1.4.2.1: every address of the subject is repeated in the alternative name. */
  private boolean addressInSubjectOnly() {
    Set<String> alternative =
        read(
            () ->
                certificate
                    .extension(Extension.subjectAlternativeName)
                    .map(GeneralNames::getInstance)
                    .map(names -> Stream.of(names.getNames()))
                    .orElse(Stream.of())
                    .map(BaselineRequirements::address)
                    .collect(Collectors.toSet()),
            Set.of());
    return !alternative.containsAll(certificate.emailAddresses());
  }

  /** The address that a name is, or nothing. */
  private static String address(GeneralName name) {
    if (name.getTagNo() == GeneralName.rfc822Name) {
      return ((ASN1String) name.getName()).getString();
    }
    if (name.getTagNo() == GeneralName.otherName) {
      OtherName other = OtherName.getInstance(name.getName());
      return other.getValue() instanceof ASN1String text ? text.getString() : "";
    }
    return "";
  }

  private boolean namesResponder() {
    return read(
        () ->
            certificate
                .extension(Extension.authorityInfoAccess)
                .map(AuthorityInformationAccess::getInstance)
                .map(access -> Stream.of(access.getAccessDescriptions()))
                .orElse(Stream.of())
                .anyMatch(each -> each.getAccessMethod().equals(AccessDescription.id_ad_ocsp)),
        false);
  }

  /** Section 6.1.5. */
  private boolean keyAllowed() {
    CertificateFacts facts = new CertificateFacts(certificate);
    if (!KEYS.contains(facts.keyAlgorithm())) {
      return false;
    }
    Integer bits = facts.keyBits();
    return !facts.keyAlgorithm().equals("RSA")
        || bits != null && bits >= LEAST_RSA_BITS && bits % 8 == 0;
  }

  /** A damaged extension is as good as none. */
  private static <T> T read(Supplier<T> reading, T otherwise) {
    try {
      return Asn1.read("an extension", reading);
    } catch (SmimeException e) {
      return otherwise;
    }
  }
}
