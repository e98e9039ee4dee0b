/** The command line: each command a class. */
package dev.signet.server.cli;
