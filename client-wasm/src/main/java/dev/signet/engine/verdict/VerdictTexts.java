package dev.signet.engine.verdict;

import dev.signet.engine.report.Colour;
import dev.signet.engine.report.InnerParts;
import dev.signet.engine.report.Status;
import dev.signet.engine.report.StatusCode;
import dev.signet.engine.report.Text;
import java.util.ArrayList;
import java.util.List;

/** Which sentences a verdict says: what was found, and what to do. */
final class VerdictTexts {
  private static final Text AS_UNSIGNED = new Text("status.treat-as-unsigned");

  private VerdictTexts() {}

  /**
   * The sentence of a code.
   *
   * @param address the certificate's address, or null
   * @param detail an OID or a broken rule, or null
   */
  static Status of(StatusCode code, String address, String detail) {
    String variant = code == StatusCode.ADDRESS_MISMATCH && address == null ? "no-address" : null;
    return of(code, variant, address, detail);
  }

  /**
   * A sentence that says more than the code's own.
   *
   * @param variant what the key has behind the code, or null
   */
  static Status of(StatusCode code, String variant, String address, String detail) {
    String key = "status." + code.text() + (variant == null ? "" : "." + variant);
    return status(code, new Text(key, address, detail), null);
  }

  /** What the text of a message without a signature adds about parts that have one. */
  static Status of(StatusCode code, InnerParts inner) {
    return status(code, new Text("status." + code.text()), inner(inner));
  }

  /** A red text ends in the same words whatever it says. */
  private static Status status(StatusCode code, Text text, Text more) {
    List<Text> texts = new ArrayList<>(List.of(text));
    if (more != null) {
      texts.add(more);
    }
    if (code.colour() == Colour.RED) {
      texts.add(AS_UNSIGNED);
    }
    return new Status(code, texts);
  }

  private static Text inner(InnerParts inner) {
    if (inner.signed() > 0 && inner.encrypted() > 0) {
      return new Text("inner.both");
    }
    if (inner.signed() > 0) {
      return new Text("inner.signed");
    }
    return inner.encrypted() > 0 ? new Text("inner.encrypted") : null;
  }
}
