/**
 * The published vectors against the engine: one corpus, run on every platform that the engine runs
 * on, counted into one table ({@code docs/conformance.md}).
 *
 * <p>A {@link dev.signet.conformance.Corpus} names files of cases. A {@link
 * dev.signet.conformance.Case} states what its publisher expects and comes to an outcome on a
 * {@link dev.signet.conformance.Platform}. An outcome that is not expected fails, unless {@code
 * exceptions.txt} names the case, the outcome and the reason; a case that is named there and ends
 * as expected fails too.
 */
package dev.signet.conformance;
