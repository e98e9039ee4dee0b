/**
 * Bouncy Castle's answers to the engine's asks: on the JVM to all of them, in the page to those for
 * which the browser has no primitive. Engines and ASN.1 structures of Bouncy Castle are used
 * directly, never its factories that link every algorithm there is.
 *
 * <p>What it cannot promise: Java's {@code BigInteger} and Bouncy Castle's table-driven ciphers do
 * not run in constant time. RSA with a private key is blinded; what follows it (padding, length,
 * choice of the substitute key) is computed without branches on secret octets.
 */
package dev.signet.engine.bc;
