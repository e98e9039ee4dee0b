package dev.signet.engine.path;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.KeyUse;
import dev.signet.engine.algorithm.SignatureAlgorithms;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.VerificationKey;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.Certificate;

/**
 * Searches paths from one certificate to any of the anchors. Used once; the work of a search is
 * bounded.
 */
public final class PathSearch {
  private final MailCertificate leaf;
  private final List<MailCertificate> anchors;
  private final PathInputs inputs;
  private Path best;

  /**
   * @param heap more certificates, in no order; may hold the leaf and anchors too
   */
  public PathSearch(
      MailCertificate leaf,
      List<MailCertificate> heap,
      List<MailCertificate> anchors,
      PathInputs inputs) {
    this.leaf = leaf;
    this.anchors = List.copyOf(anchors);
    this.inputs = inputs;
  }

  /**
   * The next path that is valid, or null when there is no more. Fails with {@code TOO_LARGE} when
   * the search has used up what work it may do.
   */
  public Step<Path> next() {
    if (best != null) {
      return Step.done(null);
    }
    List<MailCertificate> issuers =
        anchors.stream().filter(anchor -> anchor.subject().equals(leaf.issuer())).toList();
    return issuer(leaf, issuers, 0)
        .map(
            issuer -> {
              best = path(issuer);
              return best.valid() ? best : null;
            });
  }

  /**
   * The best of the paths that were found not to be valid; the leaf alone where none led anywhere.
   */
  public Path bestInvalid() {
    return best;
  }

  private Step<MailCertificate> issuer(
      MailCertificate leaf, List<MailCertificate> candidates, int index) {
    if (index == candidates.size()) {
      return Step.done(null);
    }
    MailCertificate candidate = candidates.get(index);
    return Step.start(() -> signedBy(leaf, candidate))
        .recover(error -> Step.done(false))
        .then(signed -> signed ? Step.done(candidate) : issuer(leaf, candidates, index + 1));
  }

  private static Step<Boolean> signedBy(MailCertificate leaf, MailCertificate issuer) {
    Certificate structure = leaf.structure();
    if (!structure.getSignatureAlgorithm().equals(structure.getTBSCertificate().getSignature())) {
      return Step.done(false);
    }
    return VerificationKey.of(issuer, List.of())
        .verify(
            structure.getSignatureAlgorithm(),
            signatureScheme(leaf),
            leaf.toBeSigned(),
            structure.getSignature().getOctets());
  }

  private static SignatureScheme signatureScheme(MailCertificate certificate) {
    return SignatureAlgorithms.of(certificate.structure().getSignatureAlgorithm());
  }

  private Path path(MailCertificate issuer) {
    List<MailCertificate> certificates =
        issuer == null || leaf.equals(issuer) ? List.of(leaf) : List.of(leaf, issuer);
    List<Problem> problems = new ArrayList<>();
    if (weakKey(leaf)) {
      problems.add(new Problem(ProblemCode.WEAK_KEY, 0));
    }
    if (weakSignature(leaf)) {
      problems.add(new Problem(ProblemCode.WEAK_ALGORITHM, 0));
    }
    problems.addAll(PathRules.problems(certificates, inputs));
    if (issuer == null) {
      problems.add(new Problem(ProblemCode.UNTRUSTED, 0));
    }
    problems.sort(Comparator.comparing(Problem::code));
    return new Path(certificates, issuer != null, problems);
  }

  private boolean weakKey(MailCertificate certificate) {
    ASN1ObjectIdentifier algorithm = certificate.publicKey().getAlgorithm().getAlgorithm();
    if (!algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
        && !algorithm.equals(PKCSObjectIdentifiers.id_RSAES_OAEP)
        && !KeyUse.pssOnly(certificate.publicKey().getAlgorithm())) {
      return false;
    }
    try {
      RSAPublicKey key = RSAPublicKey.getInstance(certificate.publicKey().parsePublicKey());
      return key.getModulus().bitLength() < inputs.minimumRsaBits();
    } catch (IOException | IllegalArgumentException e) {
      return true;
    }
  }

  private static boolean weakSignature(MailCertificate certificate) {
    try {
      return signatureScheme(certificate).digest().weak();
    } catch (SmimeException e) {
      // An unknown algorithm has not verified either, and is untrusted for that.
      return false;
    }
  }
}
