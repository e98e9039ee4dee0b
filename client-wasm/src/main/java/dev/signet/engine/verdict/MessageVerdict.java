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
    return VerdictTexts.of(code, null, detail);
  }

  /** The verdict on a message whose authentication code is wrong. */
  public static Status changedOnTheWay() {
    return VerdictTexts.of(StatusCode.TAMPERED, "on-the-way", null, null);
  }

  /**
   * The verdict on a message that has a form of its own in which nothing can be checked.
   *
   * @param form what it is called
   */
  public static Status unsupportedForm(String form) {
    return VerdictTexts.of(StatusCode.UNSUPPORTED, "form", null, form);
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
      return VerdictTexts.of(encrypted ? StatusCode.DECRYPTED : StatusCode.UNSIGNED, inner);
    }
    SignerReport worst = Ranking.worstSigner(signers);
    return worst == null ? of(StatusCode.NO_SIGNER) : worst.status();
  }
}
