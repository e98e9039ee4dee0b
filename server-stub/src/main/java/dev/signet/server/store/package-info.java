/**
 * Accounts, sessions and encrypted {@code .p12} files at rest. {@link
 * dev.signet.server.store.Store} is all that the rest of the server knows; JDBC and SQL do not
 * leave this package. Depends on {@code settings} and {@code digest}.
 */
package dev.signet.server.store;
