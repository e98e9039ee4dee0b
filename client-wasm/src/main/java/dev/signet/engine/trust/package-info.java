/**
 * Whether a certificate is to be believed: a valid path, and nothing on it revoked. Puts {@link
 * dev.signet.engine.path} and {@link dev.signet.engine.revocation} together into one report.
 */
package dev.signet.engine.trust;
