/**
 * RSA's arithmetic, written so that the compiler to Wasm makes tight loops of it: the browser's own
 * crypto has no private operation without its own padding, and what the class library does takes
 * twice as long.
 */
package dev.signet.engine.bc.rsa;
