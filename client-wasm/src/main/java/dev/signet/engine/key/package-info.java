/**
 * Private keys that are in clear while they are unlocked. Nothing here turns one into text or bytes
 * for a caller.
 */
package dev.signet.engine.key;
