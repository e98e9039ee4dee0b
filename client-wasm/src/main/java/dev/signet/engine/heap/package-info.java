/** A host that holds bulk content in Java's heap: the JVM's, and the tests'. */
package dev.signet.engine.heap;
