/** Whether certificates are believed, by paths and revocation together. */
package dev.signet.engine.trust;
