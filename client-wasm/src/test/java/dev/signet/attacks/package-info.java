/**
 * Attacks on the reading of messages, one class of attack a file, kept for ever: each must end as
 * the file says, whatever the engine learns to read.
 */
package dev.signet.attacks;
