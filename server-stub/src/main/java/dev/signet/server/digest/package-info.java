/**
 * SHA-256, which names sessions, versions of files, and served content, and HMACs of secrets.
 * Depends on nothing.
 */
package dev.signet.server.digest;
