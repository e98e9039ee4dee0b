/** Asks and answers through their encoded form. */
package dev.signet.engine.port.wire;
