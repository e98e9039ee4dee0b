package dev.signet.server.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.Buffers;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Notices since when a connection does not take all that is offered, and how much it took since.
 * Written by the thread that writes, read by the one that watches.
 */
final class ProgressConduit extends AbstractStreamSinkConduit<StreamSinkConduit> {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private volatile boolean waiting;

  /** How often it began to wait, and all that it took: they only grow. */
  private volatile long waits;

  private volatile long taken;

  /** Of the thread that watches: the wait that it measures, since when, and what was taken then. */
  private long measured = -1;

  private long start;
  private long takenAtStart;

  ProgressConduit(StreamSinkConduit next) {
    super(next);
  }

  /** Whether anything was ever written. */
  boolean hasBegun() {
    return taken > 0;
  }

  /**
   * Whether it has been waiting for that long and took less meanwhile. What the system's buffers
   * swallow at once therefore counts for one period alone.
   */
  boolean isStalled(long now, long nanos, long bytesPerSecond) {
    if (!waiting) {
      measured = -1;
      return false;
    }
    long wait = waits;
    long sum = taken;
    if (measured == wait && now - start <= nanos) {
      return false;
    }
    boolean stalled =
        measured == wait
            && (sum - takenAtStart) / (double) bytesPerSecond
                < (now - start) / (double) NANOS_PER_SECOND;
    measured = wait;
    start = now;
    takenAtStart = sum;
    return stalled;
  }

  /** One thread at a time writes to a connection. */
  private void moved(long bytes, boolean all) {
    long sum = taken + Math.max(bytes, 0);
    taken = sum;
    if (!all && !waiting) {
      long wait = waits + 1;
      waits = wait;
    }
    waiting = !all;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int bytes = next.write(source);
    moved(bytes, !source.hasRemaining());
    return bytes;
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    long bytes = next.write(sources, offset, length);
    moved(bytes, !Buffers.hasRemaining(sources, offset, length));
    return bytes;
  }

  @Override
  public int writeFinal(ByteBuffer source) throws IOException {
    return Conduits.writeFinalBasic(this, source);
  }

  @Override
  public long writeFinal(ByteBuffer[] sources, int offset, int length) throws IOException {
    return Conduits.writeFinalBasic(this, sources, offset, length);
  }
}
