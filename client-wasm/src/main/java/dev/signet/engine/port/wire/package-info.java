/**
 * Asks and answers as lists of octet strings, so that they can cross a border that carries nothing
 * else: from one Wasm module to another, or from a test into a built module.
 *
 * <p>An ask is its name, then its fields in the order of its record. An answer is {@code done} and
 * the value's fields, or {@code failed}, the error's code, its message, and its details as names
 * and values in turn. Within them:
 *
 * <ul>
 *   <li>octets stand as they are, and so does bulk content, which is not copied;
 *   <li>numbers are decimal, names and truth values text, all in UTF-8; {@code algorithm}'s enums
 *       go by the names of their constants, and one that may be null is empty then;
 *   <li>a private key is the DER of its PKCS#8 PrivateKeyInfo (RFC 5958);
 *   <li>a record in a record is its fields, one after the other, a {@link
 *       dev.signet.engine.algorithm.KeyTransport} with its kind before them;
 *   <li>octets that may be missing come last and are left out.
 * </ul>
 *
 * <p>{@link dev.signet.engine.port.Ask.Progress} and {@link
 * dev.signet.engine.port.Ask.AskResponder} have no such form: they are between an operation and the
 * driver that runs it, or the host that has a way out.
 */
package dev.signet.engine.port.wire;
