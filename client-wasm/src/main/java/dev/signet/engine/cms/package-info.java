/**
 * Cryptographic Message Syntax (RFC 5652), read: SignedData and EnvelopedData taken apart, signer
 * infos verified, contents decrypted. Says what is so; what it is worth is decided in {@link
 * dev.signet.engine.verdict}.
 */
package dev.signet.engine.cms;
