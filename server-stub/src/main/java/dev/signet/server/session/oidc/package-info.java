/**
 * Sign-in by an OpenID provider: the code flow of OpenID Connect Core 1.0 with PKCE (RFC 7636), and
 * bearer tokens (RFC 6750, RFC 9068). Depends on {@code session}, {@code store}, {@code http},
 * {@code settings} and {@code digest}.
 */
package dev.signet.server.session.oidc;
