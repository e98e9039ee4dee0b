/**
 * {@code POST /api/ocsp}: carries OCSP requests (RFC 6960) to responders and brings their answers
 * back, and can be made to fetch nothing else. It never reads the verdict; of an answer it reads
 * only that it is one, and until when it may be remembered. Depends on the settings, on what knows
 * HTTP, and on the bounds of ASN.1; who the user is, the caller tells.
 */
package dev.signet.server.relay;
