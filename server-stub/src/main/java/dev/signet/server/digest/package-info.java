/**
 * SHA-256, which names sessions, versions of files, and served content, HMACs of secrets, and
 * secrets. Depends on nothing.
 */
package dev.signet.server.digest;
