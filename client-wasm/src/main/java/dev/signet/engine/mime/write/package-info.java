/**
 * Putting MIME together: what moves inside when a message is signed or encrypted, in a form that
 * survives transport, and what is wrapped around it (RFC 8551 section 3).
 *
 * <p>Depends on {@link dev.signet.engine.mime} and {@link dev.signet.engine.port}.
 */
package dev.signet.engine.mime.write;
