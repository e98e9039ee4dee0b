/**
 * What the administrator decides: names, defaults, reading and refusing. Depends on nothing else of
 * the server, so that the command line can judge a settings file without starting anything.
 */
package dev.signet.server.settings;
