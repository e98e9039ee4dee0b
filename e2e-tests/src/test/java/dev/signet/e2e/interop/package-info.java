/**
 * The interoperability matrix: what the engine, through the SDK, exchanges with other programs, in
 * both directions. {@link dev.signet.e2e.interop.peer} has one class for each program.
 */
package dev.signet.e2e.interop;
