/** Is the server alive, and is it ready? Depends on {@code http} and {@code store}. */
package dev.signet.server.health;
