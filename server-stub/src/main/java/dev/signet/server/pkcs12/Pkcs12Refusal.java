package dev.signet.server.pkcs12;

/** Why a file is not taken. */
public final class Pkcs12Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  Pkcs12Refusal(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** The kind of refusal. */
  public Reason reason() {
    return reason;
  }

  /** The closed set of refusals. */
  public enum Reason {
    /** Not a PKCS#12 file, or a damaged one. */
    NOT_PKCS12("not-pkcs12"),
    /** Something follows the file. */
    TRAILING_BYTES("trailing-bytes"),
    /** A private key lies in clear. */
    CLEAR_KEY("clear-key"),
    /** No private key is there, nor can one be in what is encrypted. */
    NO_KEY("no-key"),
    /** Nothing authenticates the file. */
    NO_MAC("no-mac"),
    /** The MAC is that of the empty passphrase: whoever reads the file can open it. */
    EMPTY_PASSPHRASE("empty-passphrase"),
    /** The MAC asks for more rounds than are computed here. */
    TOO_COSTLY("too-costly"),
    /** Too many files are being checked that ask for many rounds: the same file may pass later. */
    BUSY("busy"),
    /** An algorithm or a structure that is not known here, so nothing can be said about it. */
    UNSUPPORTED("unsupported");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The word for programs. */
    public String code() {
      return code;
    }
  }
}
