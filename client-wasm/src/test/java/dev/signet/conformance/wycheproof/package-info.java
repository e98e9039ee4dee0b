/**
 * Wycheproof's cases as asks of the engine's port: each class knows some kinds of test groups and
 * what to ask for them.
 */
package dev.signet.conformance.wycheproof;
