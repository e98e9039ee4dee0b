/** Signing in by an OpenID provider, against a real one and against a hostile one. */
package dev.signet.server.oidc;
