package dev.signet.engine.heap;

import dev.signet.engine.port.Bulk;
import java.util.Arrays;
import java.util.Objects;

/** A range of an array. */
public final class HeapBulk implements Bulk {
  private final byte[] array;
  private final int start;
  private final int end;

  public HeapBulk(byte[] array) {
    this(array, 0, array.length);
  }

  private HeapBulk(byte[] array, int start, int end) {
    this.array = array;
    this.start = start;
    this.end = end;
  }

  @Override
  public int length() {
    return end - start;
  }

  @Override
  public Bulk slice(int from, int to) {
    Objects.checkFromToIndex(from, to, length());
    return new HeapBulk(array, start + from, start + to);
  }

  @Override
  public byte[] read(int from, int to) {
    Objects.checkFromToIndex(from, to, length());
    return Arrays.copyOfRange(array, start + from, start + to);
  }

  @Override
  public int indexOf(byte[] pattern, int from) {
    Objects.checkFromToIndex(from, length(), length());
    for (int at = start + from; at + pattern.length <= end; at++) {
      if ((pattern.length == 0 || array[at] == pattern[0])
          && Arrays.equals(array, at, at + pattern.length, pattern, 0, pattern.length)) {
        return at - start;
      }
    }
    return -1;
  }
}
