/**
 * The manual of the Kopano WebApp S/MIME plugin, sentence by sentence, on the WebApp with a real
 * mail server and a real responder. Uses {@code stage}, {@code world} and {@code browser}.
 */
package dev.signet.e2e.manual;
