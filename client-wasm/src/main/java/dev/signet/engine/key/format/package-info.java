/**
 * How each kind of private key is read out of PKCS#8 and told apart from keys that are not its own;
 * one class a kind. Only {@link dev.signet.engine.key} uses it.
 */
package dev.signet.engine.key.format;
