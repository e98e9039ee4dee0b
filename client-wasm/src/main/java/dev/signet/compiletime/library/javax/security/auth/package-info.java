/** Stand-ins for classes of the same names without {@code T}. */
package dev.signet.compiletime.library.javax.security.auth;
