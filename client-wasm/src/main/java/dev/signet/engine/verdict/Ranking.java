package dev.signet.engine.verdict;

import dev.signet.engine.report.SignerReport;
import dev.signet.engine.report.StatusCode;
import java.util.Collection;
import java.util.List;

/** Which of several findings is the one that is shown. */
final class Ranking {
  /** Worst first. What says that nothing can be relied on comes before what says why. */
  private static final List<StatusCode> WORST_FIRST =
      List.of(
          StatusCode.INTERNAL_ERROR,
          StatusCode.MALFORMED,
          StatusCode.UNSUPPORTED,
          StatusCode.TAMPERED,
          StatusCode.NO_SIGNER,
          StatusCode.REVOKED,
          StatusCode.WEAK_ALGORITHM,
          StatusCode.UNTRUSTED,
          StatusCode.NOT_YET_VALID,
          StatusCode.EXPIRED,
          StatusCode.WRONG_PURPOSE,
          StatusCode.ADDRESS_MISMATCH,
          StatusCode.REVOCATION_UNKNOWN,
          StatusCode.EXPIRED_SINCE_SIGNING,
          StatusCode.SENDER_ONLY_MATCH,
          StatusCode.DATE_MISMATCH,
          StatusCode.VERIFIED_REVOCATION_OFF,
          StatusCode.VERIFIED);

  private Ranking() {}

  /** The worst of the codes; {@code INTERNAL_ERROR} where there is none. */
  static StatusCode worst(Collection<StatusCode> codes) {
    return WORST_FIRST.stream()
        .filter(codes::contains)
        .findFirst()
        .orElse(StatusCode.INTERNAL_ERROR);
  }

  /** The signer whose status the message gets; null where there is no signer. */
  static SignerReport worstSigner(List<SignerReport> signers) {
    SignerReport worst = null;
    for (SignerReport signer : signers) {
      if (worst == null || rank(signer) < rank(worst)) {
        worst = signer;
      }
    }
    return worst;
  }

  private static int rank(SignerReport signer) {
    return WORST_FIRST.indexOf(signer.status().code());
  }
}
