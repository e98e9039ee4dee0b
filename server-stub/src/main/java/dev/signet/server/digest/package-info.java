/** SHA-256, which names sessions, versions of files, and served content. Depends on nothing. */
package dev.signet.server.digest;
