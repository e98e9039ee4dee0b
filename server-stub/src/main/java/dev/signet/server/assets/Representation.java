package dev.signet.server.assets;

import dev.signet.server.digest.Sha256;
import java.nio.ByteBuffer;

/** The bytes of a file in one coding, with their strong entity tag (RFC 9110, 8.8.3). */
final class Representation {
  private static final int TAG_CHARS = 32;

  private final ByteBuffer content;
  private final String entityTag;

  Representation(byte[] bytes) {
    // Outside the heap: the sockets take it from there without another copy.
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length);
    direct.put(bytes).flip();
    this.content = direct.asReadOnlyBuffer();
    this.entityTag = '"' + Sha256.hex(bytes).substring(0, TAG_CHARS) + '"';
  }

  /** The content, with a position of its own. */
  ByteBuffer content() {
    return content.duplicate();
  }

  int size() {
    return content.capacity();
  }

  String entityTag() {
    return entityTag;
  }
}
