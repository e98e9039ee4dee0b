/**
 * The encrypted {@code .p12} files of the signed-in user, over HTTP. Depends on {@code session},
 * {@code store}, {@code pkcs12} and {@code http}.
 */
package dev.signet.server.keys;
