/**
 * Signing mail: the operation, and whether a key may be used for it. Asks for hashes and for the
 * signature value; encoding is left to {@link dev.signet.engine.cms.write} and {@link
 * dev.signet.engine.mime.write}.
 */
package dev.signet.engine.sign;
