package dev.signet.server.session.oidc;

/** What was presented does not prove who somebody is. The message is a reason, without secrets. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
