/**
 * The Online Certificate Status Protocol (RFC 6960, RFC 9654): requests, answers and their
 * verification, and answers remembered.
 */
package dev.signet.engine.revocation.ocsp;
