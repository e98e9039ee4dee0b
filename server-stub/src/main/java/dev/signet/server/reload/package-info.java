/** Files that are read again when they change. Depends on nothing else of the server. */
package dev.signet.server.reload;
