package dev.signet.engine.revocation.crl;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.SignatureAlgorithms;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.cert.DirectoryName;
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
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * Who signed a list, and whether he may (RFC 5280 section 6.3.3 (f), (g)): somebody with the name
 * of the list's issuer, above the certificate in question on its path. Names are not unique below
 * an anchor, so that anybody else must be one whom that issuer, or the authority that issued the
 * issuer's certificate, has certified under this name: a key that follows another, or one for lists
 * alone. Only whom the certificate itself names as issuer of lists needs no more than a path of his
 * own to the same anchor.
 *
 * <p>Nobody vouches for himself: neither the certificate in question nor one below it on the path
 * is a signer, nor above one.
 */
final class ListSigners {
  /** Certificates of one name that are tried for one list, besides those on the path. */
  private static final int MOST_CANDIDATES = 8;

  /** Signatures that are verified for one certificate. */
  private static final int MOST_SIGNATURES = 96;

  /** Paths to signers that are searched for one certificate. */
  private static final int MOST_SEARCHES = 24;

  /** Paths of one signer that are looked at. */
  private static final int MOST_ROUTES = 4;

  private final List<MailCertificate> heap;
  private final PathInputs inputs;
  private final Map<Attempt, Boolean> signatures = new HashMap<>();
  private final Map<Asked, List<MailCertificate>> routes = new HashMap<>();
  private int spent;
  private int searched;

  /** A list and a key that may have signed it. */
  private record Attempt(CertificateList list, VerificationKey key) {}

  /** From a signer of lists about one certificate to the anchor of that one's path. */
  private record Asked(MailCertificate signer, List<MailCertificate> path, int index) {}

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
    searched = 0;
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
        : onPath(list, scheme, path, index + 1)
            .then(
                route ->
                    route != null
                        ? Step.done(route)
                        : offPath(list, scheme, path, index, candidates(list, path, index)));
  }

  private Step<List<MailCertificate>> onPath(
      CertificateList list, SignatureScheme scheme, List<MailCertificate> path, int from) {
    int at = from;
    while (at < path.size() && !(named(path.get(at), list) && maySignLists(path.get(at), true))) {
      at++;
    }
    if (at == path.size()) {
      return Step.done(null);
    }
    List<MailCertificate> route = path.subList(at, path.size());
    int next = at + 1;
    return signedBy(list, scheme, route)
        .then(signed -> signed ? Step.done(route) : onPath(list, scheme, path, next));
  }

  private Step<List<MailCertificate>> offPath(
      CertificateList list,
      SignatureScheme scheme,
      List<MailCertificate> path,
      int index,
      List<MailCertificate> candidates) {
    if (candidates.isEmpty()) {
      return Step.done(null);
    }
    MailCertificate candidate = candidates.get(0);
    return signedBy(list, scheme, List.of(candidate))
        .then(
            signed ->
                signed
                    ? route(candidate, path, index, ofIssuer(list, path.get(index)))
                    : Step.<List<MailCertificate>>done(null))
        .then(
            route ->
                route != null
                    ? Step.done(route)
                    : offPath(list, scheme, path, index, candidates.subList(1, candidates.size())));
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
    boolean ofIssuer = ofIssuer(list, path.get(index));
    return heap.stream()
        .distinct()
        .filter(
            each ->
                named(each, list)
                    && maySignLists(each, false)
                    // Whose parameters its key has depends on a path that is not known yet.
                    && !VerificationKey.inherits(each)
                    && !path.contains(each)
                    && !(ofIssuer && !namesAuthority(each, path, index)))
        .sorted(Comparator.comparing(each -> !identified(each, list)))
        .limit(MOST_CANDIDATES)
        .toList();
  }

  private static boolean named(MailCertificate certificate, CertificateList list) {
    return certificate.subjectName().equals(list.issuer());
  }

  private static boolean ofIssuer(CertificateList list, MailCertificate certificate) {
    return certificate.issuerName().equals(list.issuer());
  }

  private static boolean namesAuthority(
      MailCertificate signer, List<MailCertificate> path, int index) {
    DirectoryName issuer = signer.issuerName();
    return authorities(path, index).stream().anyMatch(each -> each.subjectName().equals(issuer));
  }

  /** Who may certify other keys under the name of the issuer: it, and who certified it. */
  private static List<MailCertificate> authorities(List<MailCertificate> path, int index) {
    return path.subList(index + 1, Math.min(index + 3, path.size()));
  }

  /**
   * @param silent whether one without key usage may
   */
  private static boolean maySignLists(MailCertificate certificate, boolean silent) {
    return certificate.keyUsage().map(usage -> usage.hasUsages(KeyUsage.cRLSign)).orElse(silent);
  }

  private static boolean identified(MailCertificate certificate, CertificateList list) {
    return certificate
        .subjectKeyIdentifier()
        .map(identifier -> Arrays.equals(identifier, list.keyIdentifier()))
        .orElse(false);
  }

  /**
   * @param route from the signer upwards, as far as his key needs it
   */
  private Step<Boolean> signedBy(
      CertificateList list, SignatureScheme scheme, List<MailCertificate> route) {
    VerificationKey key = VerificationKey.onPath(route, 0);
    Attempt attempt = new Attempt(list, key);
    Boolean known = signatures.get(attempt);
    if (known != null || spent == MOST_SIGNATURES) {
      return Step.done(known != null && known);
    }
    spent++;
    return unless(
            Step.start(
                () -> key.verify(list.algorithm(), scheme, list.toBeSigned(), list.signature())),
            false)
        .map(
            signed -> {
              signatures.put(attempt, signed);
              return signed;
            });
  }

  /**
   * @param near whether one of the authorities must have certified the signer itself
   */
  private Step<List<MailCertificate>> route(
      MailCertificate signer, List<MailCertificate> path, int index, boolean near) {
    Asked asked = new Asked(signer, path, index);
    if (routes.containsKey(asked) || searched == MOST_SEARCHES) {
      return Step.done(routes.get(asked));
    }
    searched++;
    List<MailCertificate> above = path.subList(index + 1, path.size());
    List<MailCertificate> anchor = List.of(path.get(path.size() - 1));
    PathSearch search = new PathSearch(signer, near ? above : heap, anchor, inputs);
    Predicate<List<MailCertificate>> wanted =
        route ->
            apart(route, path.subList(0, index + 1))
                && (!near || route.size() > 1 && authorities(path, index).contains(route.get(1)));
    return unless(next(search, wanted, MOST_ROUTES), null)
        .map(
            found -> {
              routes.put(asked, found);
              return found;
            });
  }

  private static Step<List<MailCertificate>> next(
      PathSearch search, Predicate<List<MailCertificate>> wanted, int left) {
    return Step.start(search::next)
        .then(
            path ->
                path == null || wanted.test(path.certificates())
                    ? Step.done(path == null ? null : path.certificates())
                    : left == 1 ? Step.done(null) : next(search, wanted, left - 1));
  }

  /** Whether none of the keys in question is on the route, under whichever certificate. */
  private static boolean apart(List<MailCertificate> route, List<MailCertificate> inQuestion) {
    return route.stream()
        .noneMatch(
            each -> inQuestion.stream().anyMatch(one -> one.publicKey().equals(each.publicKey())));
  }

  private static <T> Step<T> unless(Step<T> step, T otherwise) {
    return step.recover(
        error -> error.code() == ErrorCode.ABORTED ? Step.failed(error) : Step.done(otherwise));
  }
}
