/**
 * Opening a message: layer by layer, decrypting and verifying, until the innermost entity that is
 * reached without a break.
 */
package dev.signet.engine.open;
