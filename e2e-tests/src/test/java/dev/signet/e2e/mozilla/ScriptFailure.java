package dev.signet.e2e.mozilla;

/** The program does not do what it was told to; the message is its own. */
public final class ScriptFailure extends Exception {
  private static final long serialVersionUID = 1L;

  ScriptFailure(String message) {
    super(message);
  }
}
