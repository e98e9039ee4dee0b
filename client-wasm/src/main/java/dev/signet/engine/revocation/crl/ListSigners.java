package dev.signet.engine.revocation.crl;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.SignatureAlgorithms;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.Purpose;
import dev.signet.engine.cert.VerificationKey;
import dev.signet.engine.path.PathInputs;
import dev.signet.engine.path.PathSearch;
import dev.signet.engine.path.PolicyInputs;
import dev.signet.engine.port.Step;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Who signed a list, and whether he may: a certificate with the name of the list's issuer that is
 * on the path of the certificate in question, or has a valid path of its own to the same anchor
 * (RFC 5280 section 6.3.3 (f), (g)).
 */
final class ListSigners {
  /** Certificates of one name that are tried for one list. */
  private static final int MOST_CANDIDATES = 8;

  /** Signatures that are verified for one certificate. */
  private static final int MOST_SIGNATURES = 96;

  /** Paths to signers that are searched in all. */
  private static final int MOST_SEARCHES = 24;

  private final List<MailCertificate> heap;
  private final PathInputs inputs;
  private final Map<Attempt, Boolean> signatures = new HashMap<>();
  private final Map<Route, List<MailCertificate>> routes = new HashMap<>();
  private int spent;

  /** A list and a certificate whose key may have signed it. */
  private record Attempt(CertificateList list, MailCertificate signer) {}

  /** From a signer to an anchor. */
  private record Route(MailCertificate signer, MailCertificate anchor) {}

  /**
   * @param heap where signers are looked for besides the path
   */
  ListSigners(List<MailCertificate> heap, long at, int minimumRsaBits) {
    this.heap = List.copyOf(heap);
    inputs = new PathInputs(at, Purpose.ANY, PolicyInputs.ANY, minimumRsaBits);
  }

  /** Begins with another certificate: lists about one must not use up the work for the next. */
  void begin() {
    spent = 0;
  }

  /**
   * The path of the certificate that signed the list, for the certificate at {@code index} of a
   * path; where it is on that path, above the certificate, the rest of it. Null where there is
   * none.
   */
  Step<List<MailCertificate>> signer(CertificateList list, List<MailCertificate> path, int index) {
    SignatureScheme scheme = scheme(list);
    return scheme == null
        ? Step.done(null)
        : signer(list, scheme, path, index, candidates(list, path, index));
  }

  private Step<List<MailCertificate>> signer(
      CertificateList list,
      SignatureScheme scheme,
      List<MailCertificate> path,
      int index,
      List<MailCertificate> candidates) {
    if (candidates.isEmpty()) {
      return Step.done(null);
    }
    MailCertificate candidate = candidates.get(0);
    return signedBy(list, scheme, candidate)
        .then(
            signed ->
                signed ? route(candidate, path, index) : Step.<List<MailCertificate>>done(null))
        .then(
            route ->
                route != null
                    ? Step.done(route)
                    : signer(list, scheme, path, index, candidates.subList(1, candidates.size())));
  }

  /** Null unless the list is signed by one algorithm, and that a strong one. */
  private static SignatureScheme scheme(CertificateList list) {
    AlgorithmIdentifier algorithm = list.algorithm();
    if (algorithm == null) {
      return null;
    }
    try {
      SignatureScheme scheme = SignatureAlgorithms.of(algorithm);
      return scheme.digest().weak() ? null : scheme;
    } catch (SmimeException e) {
      return null;
    }
  }

  private List<MailCertificate> candidates(
      CertificateList list, List<MailCertificate> path, int index) {
    Set<MailCertificate> all = new LinkedHashSet<>(path.subList(index + 1, path.size()));
    all.addAll(heap);
    return all.stream()
        .filter(each -> each.subject().equals(list.issuer()) && maySignLists(each))
        .sorted(Comparator.comparing(each -> !identified(each, list)))
        .limit(MOST_CANDIDATES)
        .toList();
  }

  private static boolean maySignLists(MailCertificate certificate) {
    return certificate.keyUsage().map(usage -> usage.hasUsages(KeyUsage.cRLSign)).orElse(true);
  }

  private static boolean identified(MailCertificate certificate, CertificateList list) {
    return certificate
        .subjectKeyIdentifier()
        .map(identifier -> Arrays.equals(identifier, list.keyIdentifier()))
        .orElse(false);
  }

  private Step<Boolean> signedBy(
      CertificateList list, SignatureScheme scheme, MailCertificate signer) {
    Attempt attempt = new Attempt(list, signer);
    Boolean known = signatures.get(attempt);
    if (known != null || spent == MOST_SIGNATURES) {
      return Step.done(known != null && known);
    }
    spent++;
    return unless(
            Step.start(
                () ->
                    VerificationKey.of(signer, heap)
                        .verify(list.algorithm(), scheme, list.toBeSigned(), list.signature())),
            false)
        .map(
            signed -> {
              signatures.put(attempt, signed);
              return signed;
            });
  }

  private Step<List<MailCertificate>> route(
      MailCertificate signer, List<MailCertificate> path, int index) {
    for (int i = index + 1; i < path.size(); i++) {
      if (path.get(i).equals(signer)) {
        return Step.done(path.subList(i, path.size()));
      }
    }
    MailCertificate anchor = path.get(path.size() - 1);
    Route route = new Route(signer, anchor);
    if (routes.containsKey(route) || routes.size() == MOST_SEARCHES) {
      return Step.done(routes.get(route));
    }
    return unless(
            Step.start(() -> new PathSearch(signer, heap, List.of(anchor), inputs).next()), null)
        .map(
            found -> {
              List<MailCertificate> certificates = found == null ? null : found.certificates();
              routes.put(route, certificates);
              return certificates;
            });
  }

  private static <T> Step<T> unless(Step<T> step, T otherwise) {
    return step.recover(
        error -> error.code() == ErrorCode.ABORTED ? Step.failed(error) : Step.done(otherwise));
  }
}
