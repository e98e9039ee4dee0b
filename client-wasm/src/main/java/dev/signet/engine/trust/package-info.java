/**
 * Whether a certificate is to be believed. Time, anchors, purpose and policy are arguments; nothing
 * is remembered and nothing fetched.
 *
 * <p>For now a chain is one step: the certificate must have been issued by a configured anchor
 * itself. Paths through intermediates and revocation have their place here.
 */
package dev.signet.engine.trust;
