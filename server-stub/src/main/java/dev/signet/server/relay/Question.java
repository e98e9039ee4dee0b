package dev.signet.server.relay;

import java.nio.ByteBuffer;

/**
 * A request for a responder; equal where the very same bytes go to the very same address.
 *
 * @param responder whom
 * @param body an {@code OCSPRequest}; is not changed
 * @param nonce whether it has a nonce
 */
record Question(ResponderAddress responder, ByteBuffer body, boolean nonce) {
  Question(ResponderAddress responder, byte[] body, boolean nonce) {
    this(responder, ByteBuffer.wrap(body).asReadOnlyBuffer(), nonce);
  }

  byte[] bytes() {
    byte[] bytes = new byte[body.remaining()];
    body.duplicate().get(bytes);
    return bytes;
  }

  /** Bytes that it takes in memory, about. */
  int size() {
    return body.remaining() + responder.target().length() + responder.host().text().length();
  }
}
