/**
 * The files that anyone may fetch, held in memory with their compressed forms. Depends on {@code
 * http} and {@code digest}.
 */
package dev.signet.server.assets;
