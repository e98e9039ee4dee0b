/**
 * Signet's server: the entry point, and the one place where the handlers and what they stand on are
 * put together. It may depend on every package below; none of them depends on it, except the
 * command line.
 */
package dev.signet.server;
