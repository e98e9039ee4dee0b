/**
 * Handlers and values that know HTTP but nothing of accounts or keys: headers, Host, errors,
 * routing, bodies, conditional requests. May depend on {@code settings} alone.
 */
package dev.signet.server.http;
