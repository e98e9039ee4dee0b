/**
 * Other programs that read and write S/MIME, each behind {@link dev.signet.e2e.interop.peer.Peer}.
 */
package dev.signet.e2e.interop.peer;
