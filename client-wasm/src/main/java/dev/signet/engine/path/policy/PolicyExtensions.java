package dev.signet.engine.path.policy;

import dev.signet.engine.cert.MailCertificate;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.Extension;

/** What a certificate says of policies. Its methods throw where the extension is damaged. */
final class PolicyExtensions {
  /** anyPolicy (RFC 5280 section 4.2.1.4). */
  static final String ANY = "2.5.29.32.0";

  /** Stands for a number of certificates that no path has. */
  static final int NO_LIMIT = 1_000_000;

  private static final int REQUIRE_EXPLICIT = 0;
  private static final int INHIBIT_MAPPING = 1;

  private final MailCertificate certificate;

  PolicyExtensions(MailCertificate certificate) {
    this.certificate = certificate;
  }

  /** The OIDs, or empty where the extension is missing. */
  Optional<Set<String>> policies() {
    return sequence(Extension.certificatePolicies)
        .map(
            sequence -> {
              Set<String> policies = new HashSet<>();
              for (ASN1Encodable each : sequence) {
                policies.add(oid(ASN1Sequence.getInstance(each), 0));
              }
              return policies;
            });
  }

  /** For each of the issuer's policies those of the subject that are as good. */
  Map<String, Set<String>> mappings() {
    Map<String, Set<String>> mappings = new HashMap<>();
    sequence(Extension.policyMappings)
        .ifPresent(
            sequence -> {
              for (ASN1Encodable each : sequence) {
                ASN1Sequence mapping = ASN1Sequence.getInstance(each);
                mappings
                    .computeIfAbsent(oid(mapping, 0), issuers -> new HashSet<>())
                    .add(oid(mapping, 1));
              }
            });
    return mappings;
  }

  int requireExplicit() {
    return constraint(REQUIRE_EXPLICIT);
  }

  int inhibitMapping() {
    return constraint(INHIBIT_MAPPING);
  }

  int inhibitAny() {
    return certificate
        .extension(Extension.inhibitAnyPolicy)
        .map(value -> count(ASN1Integer.getInstance(value)))
        .orElse(NO_LIMIT);
  }

  private int constraint(int tag) {
    int found = NO_LIMIT;
    Optional<ASN1Sequence> sequence = sequence(Extension.policyConstraints);
    if (sequence.isPresent()) {
      for (ASN1Encodable each : sequence.get()) {
        ASN1TaggedObject field = ASN1TaggedObject.getInstance(each);
        if (!field.hasContextTag() || field.getTagNo() > INHIBIT_MAPPING) {
          throw malformed();
        }
        if (field.getTagNo() == tag) {
          found = count(ASN1Integer.getInstance(field, false));
        }
      }
    }
    return found;
  }

  private Optional<ASN1Sequence> sequence(ASN1ObjectIdentifier extension) {
    Optional<ASN1Primitive> value = certificate.extension(extension);
    return value.map(
        primitive -> {
          ASN1Sequence sequence = ASN1Sequence.getInstance(primitive);
          if (sequence.size() == 0) {
            throw malformed();
          }
          return sequence;
        });
  }

  private static String oid(ASN1Sequence sequence, int index) {
    return ASN1ObjectIdentifier.getInstance(sequence.getObjectAt(index)).getId();
  }

  private static int count(ASN1Integer number) {
    BigInteger value = number.getValue();
    if (value.signum() < 0) {
      throw malformed();
    }
    return value.min(BigInteger.valueOf(NO_LIMIT)).intValue();
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("malformed policy extension");
  }
}
