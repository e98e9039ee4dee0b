package dev.signet.engine.heap;

import dev.signet.engine.port.Bulk;
import java.util.Arrays;
import java.util.Objects;

/**
 * A range of an array. One whose memory was released gives nothing any more and throws {@link
 * IllegalStateException}, as a host that has really given the memory back could give nothing.
 */
public final class HeapBulk implements Bulk {
  private final Memory memory;
  private final int start;
  private final int end;

  public HeapBulk(byte[] array) {
    this(new Memory(array), 0, array.length);
  }

  private HeapBulk(Memory memory, int start, int end) {
    this.memory = memory;
    this.start = start;
    this.end = end;
  }

  /** What ranges share. */
  private static final class Memory {
    private byte[] array;

    Memory(byte[] array) {
      this.array = array;
    }

    byte[] array() {
      if (array == null) {
        throw new IllegalStateException("this memory was released");
      }
      return array;
    }
  }

  void release() {
    memory.array = null;
  }

  @Override
  public int length() {
    return end - start;
  }

  @Override
  public Bulk slice(int from, int to) {
    Objects.checkFromToIndex(from, to, length());
    return new HeapBulk(memory, start + from, start + to);
  }

  @Override
  public byte[] read(int from, int to) {
    Objects.checkFromToIndex(from, to, length());
    return Arrays.copyOfRange(memory.array(), start + from, start + to);
  }

  @Override
  public int indexOf(byte[] pattern, int from) {
    Objects.checkFromToIndex(from, length(), length());
    byte[] array = memory.array();
    for (int at = start + from; at + pattern.length <= end; at++) {
      if ((pattern.length == 0 || array[at] == pattern[0])
          && Arrays.equals(array, at, at + pattern.length, pattern, 0, pattern.length)) {
        return at - start;
      }
    }
    return -1;
  }
}
