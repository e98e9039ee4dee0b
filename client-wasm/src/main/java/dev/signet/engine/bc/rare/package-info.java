/**
 * Answers to the asks that mail of today hardly ever needs: DES, SEED, Camellia, CAST5, DSA, Ed448,
 * X448, SLH-DSA, RSA-KEM. In a page this is a Wasm module of its own that is loaded when a message
 * first asks for it, so that nobody else pays for it. What is asked of it is {@link
 * dev.signet.engine.port.Ask#rare}.
 */
package dev.signet.engine.bc.rare;
