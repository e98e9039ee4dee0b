/**
 * MIME entities (RFC 2045, RFC 2046) and the header fields of mail (RFC 5322) as ranges of bulk
 * content: what is verified is what is handed out, to the byte.
 */
package dev.signet.engine.mime;
