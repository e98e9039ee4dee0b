/**
 * Reading of deflated content in zlib's format (RFC 1950, RFC 1951): over a bulk, in chunks, in
 * constant memory. The class library's own is not used: in the page it is a port of zlib that is
 * several times as large, answers missing input with an error, and cannot read from a bulk. Depends
 * on the port alone.
 */
package dev.signet.engine.zlib;
