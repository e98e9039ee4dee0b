/**
 * The audit log: who did what to which key or account. Logs alone; depends on nothing of the
 * server, so that everything may record.
 */
package dev.signet.server.audit;
