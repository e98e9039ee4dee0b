package dev.signet.engine.report;

import dev.signet.engine.port.Bulk;
import java.util.List;

/**
 * What became of a message.
 *
 * @param layers outermost first
 * @param content the exact bytes of the innermost entity that could be reached; null while locked
 * @param signers what each signer's signature is worth; null where nothing signed covers the
 *     content
 * @param encryption null where nothing was encrypted
 * @param inner what the content holds of S/MIME parts that are not the whole of it
 */
public record OpenedMessage(
    List<Layer> layers,
    Status status,
    Bulk content,
    List<SignerReport> signers,
    EncryptionReport encryption,
    InnerParts inner) {

  /** The same message with other reports on the same signers. */
  public OpenedMessage signedBy(List<SignerReport> others) {
    return new OpenedMessage(layers, status, content, List.copyOf(others), encryption, inner);
  }
}
