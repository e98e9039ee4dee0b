/**
 * What an X.509 certificate says (RFC 5280), as the engine and its callers need it for mail. Facts
 * only: whether a certificate is to be believed is decided in {@link dev.signet.engine.trust}.
 */
package dev.signet.engine.cert;
