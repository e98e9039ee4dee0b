/** The algorithms that the engine offers, as names with their OIDs and sizes; no code that runs. */
package dev.signet.engine.algorithm;
