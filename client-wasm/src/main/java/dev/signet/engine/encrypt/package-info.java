/**
 * Encrypting mail: the operation, and whether a recipient's certificate can be used for it. Asks
 * for the encryption of keys and content; encoding is left to {@link dev.signet.engine.cms.write}
 * and {@link dev.signet.engine.mime.write}.
 */
package dev.signet.engine.encrypt;
