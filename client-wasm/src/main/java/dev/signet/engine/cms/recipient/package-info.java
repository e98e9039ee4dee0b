/**
 * The recipients of an encrypted message (RFC 5652 section 6.2): by key transport, key agreement,
 * encapsulation, password and key-encryption key. Who of them we are, and the content-encryption
 * key that is for us; every failure looks the same.
 */
package dev.signet.engine.cms.recipient;
