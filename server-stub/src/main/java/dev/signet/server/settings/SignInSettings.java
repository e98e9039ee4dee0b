package dev.signet.server.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How users sign in.
 *
 * @param kind which of the three
 * @param oidc the OpenID provider, where {@code kind} says so
 * @param proxyUserHeader the header in which a trusted proxy names the user, where {@code kind}
 *     says so
 */
public record SignInSettings(Kind kind, Optional<Oidc> oidc, String proxyUserHeader) {

  /** The ways to sign in; the names are those of {@code GET /api/config}. */
  public enum Kind {
    LOCAL,
    OIDC,
    PROXY
  }

  /**
   * An OpenID provider (OpenID Connect Core 1.0).
   *
   * @param issuer its identifier, from which its configuration is discovered
   * @param clientId this server's name there
   * @param clientSecret this server's secret there; empty for a public client
   * @param scopes what is asked for; {@code openid} is one
   * @param userClaim the claim that names the account; one that the provider never gives to another
   *     person
   * @param audience what an access token that is presented as a bearer must be meant for
   */
  public record Oidc(
      URI issuer,
      String clientId,
      Optional<String> clientSecret,
      List<String> scopes,
      String userClaim,
      String audience) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "Oidc[" + issuer + ", " + clientId + "]";
    }
  }
}
