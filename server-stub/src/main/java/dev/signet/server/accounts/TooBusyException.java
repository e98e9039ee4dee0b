package dev.signet.server.accounts;

/** As many passwords are being checked as the server has memory and threads to spare for. */
public final class TooBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooBusyException() {
    super("too many passwords are being checked");
  }
}
