/**
 * Local accounts: names, passwords and their hashes. Knows no HTTP; the command line and the
 * sign-in both stand on it. Depends on {@code store} alone.
 */
package dev.signet.server.accounts;
