/**
 * Certificates of correspondents: which certificate in a signed message answers are encrypted to,
 * and whether it may be kept. The rule is here; what is kept is the caller's.
 */
package dev.signet.engine.correspondent;
