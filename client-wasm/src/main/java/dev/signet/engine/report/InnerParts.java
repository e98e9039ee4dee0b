package dev.signet.engine.report;

/**
 * S/MIME parts within the content: forwarded, attached, or wrapped by list software. They colour
 * nothing; each can be opened as a message of its own.
 *
 * @param signed parts that bear a signature
 * @param encrypted parts that are encrypted
 */
public record InnerParts(int signed, int encrypted) {
  public static final InnerParts NONE = new InnerParts(0, 0);
}
