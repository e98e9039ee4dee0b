package dev.signet.server.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.xnio.Buffers;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Puts a whole answer in the place of the bare one that Undertow gives to a request which it cannot
 * parse, or whose Host field is malformed: {@code HTTP/1.1 400}, no body, closed. It reaches no
 * handler, so this is the one place where it can be caught. It is told by its first line and by the
 * lack of a policy, which every answer of the handlers has.
 */
final class RefusalConduit extends AbstractStreamSinkConduit<StreamSinkConduit> {
  private static final byte[] VERSION = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] STATUS = " 400 ".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_HEAD_BYTES = 512;

  private final Supplier<byte[]> refusal;

  /** What is on its way in place of the bare answer. */
  private ByteBuffer pending;

  RefusalConduit(StreamSinkConduit next, Supplier<byte[]> refusal) {
    super(next);
    this.refusal = refusal;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (pending == null && !isBare(source)) {
      return next.write(source);
    }
    return sendPending() ? skip(source) : 0;
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    boolean alone =
        length > 0 && Buffers.remaining(sources, offset, length) == sources[offset].remaining();
    if (pending == null && !(alone && isBare(sources[offset]))) {
      return next.write(sources, offset, length);
    }
    return sendPending() ? skip(sources[offset]) : 0;
  }

  @Override
  public int writeFinal(ByteBuffer source) throws IOException {
    return Conduits.writeFinalBasic(this, source);
  }

  @Override
  public long writeFinal(ByteBuffer[] sources, int offset, int length) throws IOException {
    return Conduits.writeFinalBasic(this, sources, offset, length);
  }

  private boolean sendPending() throws IOException {
    if (pending == null) {
      pending = ByteBuffer.wrap(refusal.get());
    }
    while (pending.hasRemaining()) {
      if (next.write(pending) == 0) {
        return false;
      }
    }
    pending = null;
    return true;
  }

  private static int skip(ByteBuffer source) {
    int bytes = source.remaining();
    source.position(source.limit());
    return bytes;
  }

  private static boolean isBare(ByteBuffer source) {
    int start = source.position();
    int size = source.remaining();
    if (size < 16
        || size > MOST_HEAD_BYTES
        || !has(source, start, VERSION)
        || !has(source, start + 8, STATUS)) {
      return false;
    }
    byte[] head = new byte[size];
    source.duplicate().get(head);
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.endsWith("\r\n\r\n") && !text.contains("Content-Security-Policy");
  }

  private static boolean has(ByteBuffer source, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (source.get(at + i) != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
