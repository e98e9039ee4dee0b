/**
 * The one port between the engine and its host.
 *
 * <p>An operation is a {@link dev.signet.engine.port.Step}: it has ended, or it waits for the
 * answers to a few {@link dev.signet.engine.port.Ask}s and goes on when it gets them. A driver
 * answers: at once with Bouncy Castle on the JVM, with WebCrypto in a page. Bulk content is named
 * by {@link dev.signet.engine.port.Bulk}, a range of memory that the host holds, so that a large
 * mail is hashed and decrypted without being copied into Java's heap.
 *
 * <p>This package depends on {@link dev.signet.engine.algorithm} and {@link dev.signet.engine.key}
 * for the names in its asks, and on nothing else.
 */
package dev.signet.engine.port;
