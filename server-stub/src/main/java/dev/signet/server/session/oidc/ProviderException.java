package dev.signet.server.session.oidc;

/** The provider cannot be asked now, or what it answers cannot be used. */
final class ProviderException extends Exception {
  private static final long serialVersionUID = 1L;

  ProviderException(String message, Throwable cause) {
    super(message, cause);
  }

  ProviderException(String message) {
    super(message);
  }
}
