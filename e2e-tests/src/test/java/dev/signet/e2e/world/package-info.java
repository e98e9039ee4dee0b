/**
 * What surrounds the product during a run: the people and their keys, the mail that real peers
 * made, the server's process, the recorders of traffic, and the search for secrets in what was
 * recorded. Knows nothing of the browser's pages.
 */
package dev.signet.e2e.world;
