/** Private keys for Bouncy Castle's engines, one class for each kind in PKCS#8, and curves. */
package dev.signet.engine.bc.key;
