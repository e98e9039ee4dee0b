/**
 * The encrypted {@code .p12} files of the signed-in user, over HTTP. Depends on {@code session},
 * {@code store}, {@code pkcs12}, {@code http}, {@code settings}, {@code digest} and {@code audit}.
 */
package dev.signet.server.keys;
