/**
 * Encrypting mail: which certificates can be used for it, what each recipient can read, and the
 * operation itself. Asks for the encryption of keys and content; encoding is left to {@link
 * dev.signet.engine.cms.write} and {@link dev.signet.engine.mime.write}.
 */
package dev.signet.engine.encrypt;
