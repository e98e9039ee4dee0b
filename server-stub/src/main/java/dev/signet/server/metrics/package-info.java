/**
 * Figures for Prometheus: requests, events of the audit log, the store's connections, the machine.
 * Labels are from closed sets. May depend on {@code http}, {@code settings} and {@code audit}.
 */
package dev.signet.server.metrics;
