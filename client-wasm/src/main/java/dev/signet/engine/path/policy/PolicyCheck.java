package dev.signet.engine.path.policy;

import dev.signet.engine.cert.DirectoryName;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.path.PolicyInputs;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a path is valid for an acceptable policy (RFC 5280 section 6.1, RFC 9618 section 5). */
public final class PolicyCheck {
  private final List<MailCertificate> certificates;
  private final PolicyGraph graph = new PolicyGraph();
  private final Set<String> acceptable;
  private int explicit;
  private int mapping;
  private int any;

  private PolicyCheck(List<MailCertificate> certificates, PolicyInputs inputs) {
    this.certificates = certificates;
    acceptable = new HashSet<>(inputs.initial());
    int unlimited = certificates.size() + 1;
    explicit = inputs.requireExplicit() ? 0 : unlimited;
    mapping = inputs.inhibitMapping() ? 0 : unlimited;
    any = inputs.inhibitAny() ? 0 : unlimited;
  }

  /**
   * The first problem: {@code POLICY}, or {@code MALFORMED_CERTIFICATE} where a policy extension is
   * damaged; at most one.
   *
   * @param path leaf first, anchor last; of the anchor nothing is asked unless it is the leaf
   */
  public static List<Problem> problems(List<MailCertificate> path, PolicyInputs inputs) {
    List<MailCertificate> certificates = path.subList(0, Math.max(1, path.size() - 1));
    PolicyCheck check = new PolicyCheck(certificates, inputs);
    for (int i = certificates.size() - 1; i >= 0; i--) {
      try {
        if (!check.accepts(i)) {
          return List.of(new Problem(ProblemCode.POLICY, i));
        }
      } catch (RuntimeException e) {
        return List.of(new Problem(ProblemCode.MALFORMED_CERTIFICATE, i));
      }
    }
    return List.of();
  }

  private boolean accepts(int index) {
    MailCertificate certificate = certificates.get(index);
    PolicyExtensions extensions = new PolicyExtensions(certificate);
    boolean selfIssued = index > 0 && DirectoryName.selfIssued(certificate);
    graph.add(extensions.policies().orElse(Set.of()), any > 0 || selfIssued);
    if (explicit == 0 && graph.empty()) {
      return false;
    }
    return index == 0 ? wrapUp(extensions) : prepare(extensions, selfIssued);
  }

  /** RFC 5280 section 6.1.4 (a), (b), (h), (i), (j). */
  private boolean prepare(PolicyExtensions extensions, boolean selfIssued) {
    Map<String, Set<String>> mappings = extensions.mappings();
    if (mappings.containsKey(PolicyExtensions.ANY)
        || mappings.values().stream().anyMatch(to -> to.contains(PolicyExtensions.ANY))) {
      return false;
    }
    if (mapping > 0) {
      graph.map(mappings);
    } else {
      graph.remove(mappings.keySet());
    }
    if (!selfIssued) {
      explicit = Math.max(0, explicit - 1);
      mapping = Math.max(0, mapping - 1);
      any = Math.max(0, any - 1);
    }
    explicit = Math.min(explicit, extensions.requireExplicit());
    mapping = Math.min(mapping, extensions.inhibitMapping());
    any = Math.min(any, extensions.inhibitAny());
    return true;
  }

  /** RFC 5280 section 6.1.5 (a), (b), (g). */
  private boolean wrapUp(PolicyExtensions extensions) {
    boolean required = explicit <= 1 || extensions.requireExplicit() == 0;
    return !required || graph.holds(acceptable);
  }
}
