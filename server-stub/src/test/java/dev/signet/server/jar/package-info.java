/**
 * Tests of the program as it is delivered: {@code target/signet-server.jar}, in processes of its
 * own, over real sockets and real stores. Run after packaging.
 */
package dev.signet.server.jar;
