package dev.signet.engine.verdict;

import dev.signet.engine.report.InnerParts;
import dev.signet.engine.report.SignerReport;
import dev.signet.engine.report.Status;
import dev.signet.engine.report.StatusCode;
import java.util.List;

/** The verdict on a whole message. */
public final class MessageVerdict {
  private MessageVerdict() {}

  /** A verdict that does not hang on a signer. */
  public static Status of(StatusCode code) {
    return of(code, null);
  }

  /**
   * @param detail the OID or the rule that a text may name, or null
   */
  public static Status of(StatusCode code, String detail) {
    return new Status(code, VerdictTexts.of(code, null, detail));
  }

  /** The verdict on a message whose authentication code is wrong. */
  public static Status changedOnTheWay() {
    return new Status(StatusCode.TAMPERED, VerdictTexts.CHANGED_ON_THE_WAY);
  }

  /**
   * The verdict on a message that has a form of its own in which nothing can be checked.
   *
   * @param form what it is called
   */
  public static Status unsupportedForm(String form) {
    return new Status(StatusCode.UNSUPPORTED, VerdictTexts.unsupportedForm(form));
  }

  /**
   * The verdict on a message that was opened to its content.
   *
   * @param signers of every signature around the content; null where there is no signature
   * @param encrypted whether something was decrypted on the way
   * @param inner S/MIME parts within the content, which the text of a message without a signature
   *     speaks of
   */
  public static Status of(List<SignerReport> signers, boolean encrypted, InnerParts inner) {
    if (signers == null) {
      StatusCode code = encrypted ? StatusCode.DECRYPTED : StatusCode.UNSIGNED;
      return new Status(code, VerdictTexts.of(code, null, null) + VerdictTexts.inner(inner));
    }
    SignerReport worst = Ranking.worstSigner(signers);
    return worst == null ? of(StatusCode.NO_SIGNER) : worst.status();
  }
}
