/**
 * PKCS#12 files (RFC 7292): opened, inspected without their passphrase, and written anew under
 * today's protection.
 *
 * <p>A file is hostile until its MAC is right: before that, nothing in it is decrypted, and what is
 * read is bounded in size, depth, counts and in the rounds of key derivation that it asks for.
 * Wrong passphrase, damaged file and unsupported algorithm are three errors.
 */
package dev.signet.engine.pkcs12;
