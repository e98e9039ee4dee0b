package dev.signet.engine.path.name;

import dev.signet.engine.cert.MailCertificate;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;

/** The name constraints of one certificate. */
final class Constraints {
  private static final int PERMITTED = 0;
  private static final int EXCLUDED = 1;

  private final Map<NameForm, List<Subtree>> permitted = new HashMap<>();
  private final Map<NameForm, List<Subtree>> excluded = new HashMap<>();

  private Constraints(ASN1Sequence sequence) {
    int last = -1;
    for (ASN1Encodable element : sequence) {
      ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(element);
      int kind = tagged.getTagNo();
      if (!tagged.hasContextTag() || kind <= last || kind > EXCLUDED) {
        throw malformed();
      }
      last = kind;
      ASN1Sequence subtrees = ASN1Sequence.getInstance(tagged, false);
      if (subtrees.size() == 0) {
        throw malformed();
      }
      for (ASN1Encodable each : subtrees) {
        Subtree subtree = read(ASN1Sequence.getInstance(each));
        (kind == PERMITTED ? permitted : excluded)
            .computeIfAbsent(subtree.form(), form -> new ArrayList<>())
            .add(subtree);
      }
    }
    if (last < 0) {
      throw malformed();
    }
  }

  /**
   * Null where the certificate has none. Throws where they are damaged, or mean what nobody can
   * tell: no constraint at all, a base that is no constraint, bounds of depth.
   */
  static Constraints of(MailCertificate certificate) {
    ASN1Primitive value = certificate.extension(Extension.nameConstraints).orElse(null);
    return value == null ? null : new Constraints(ASN1Sequence.getInstance(value));
  }

  private static Subtree read(ASN1Sequence sequence) {
    for (int i = 1; i < sequence.size(); i++) {
      // RFC 5280 wants no maximum, and a minimum of 0, which DER leaves out but some write.
      ASN1TaggedObject bound = ASN1TaggedObject.getInstance(sequence.getObjectAt(i));
      if (bound.getTagNo() != 0
          || !ASN1Integer.getInstance(bound, false).getValue().equals(BigInteger.ZERO)) {
        throw malformed();
      }
    }
    Subtree subtree = CertifiedNames.subtree(GeneralName.getInstance(sequence.getObjectAt(0)));
    if (subtree == null) {
      throw malformed();
    }
    return subtree;
  }

  /**
   * Whether they permit a name.
   *
   * @param budget from which each comparison is paid
   */
  boolean permit(CertifiedName name, Budget budget) {
    List<Subtree> within = permitted.get(name.form());
    List<Subtree> without = excluded.getOrDefault(name.form(), List.of());
    if (within == null && without.isEmpty()) {
      return true;
    }
    if (name instanceof CertifiedName.Incomparable) {
      return false;
    }
    for (Subtree subtree : without) {
      if (!budget.spend(name) || subtree.excludes(name)) {
        return false;
      }
    }
    if (within == null) {
      return true;
    }
    for (Subtree subtree : within) {
      if (!budget.spend(name)) {
        return false;
      }
      if (subtree.permits(name)) {
        return true;
      }
    }
    return false;
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("malformed name constraints");
  }
}
