/**
 * The Online Certificate Status Protocol (RFC 6960, RFC 9654): requests, answers and their
 * verification, and answers remembered.
 *
 * <p>An answer is believed only if it names the certificate by a hash that is recomputed here,
 * speaks of the instant that is asked of (five minutes of skew), is signed over a hash that is not
 * weak by the issuer itself or by a certificate that the issuer has made for answering, and has the
 * nonce of the question, if any. Who carries it need not be trusted. Whatever is not believed
 * leaves revocation unknown.
 *
 * <p>Of brought answers none hides another. An old one that a message brings counts only where no
 * responder gives a better one.
 *
 * <p>Not done: a delegate's own certificate is looked up in lists at hand, never at a responder;
 * requests are not signed; responders are asked as certificates name them, and by nobody's
 * configuration.
 */
package dev.signet.engine.revocation.ocsp;
