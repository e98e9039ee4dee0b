package dev.signet.engine.zlib;

import dev.signet.engine.SmimeException;

/**
 * A Huffman code that is given by the lengths of its codes (RFC 1951 section 3.2.2). Short codes
 * are looked up, longer ones found bit by bit, so that a message of many small blocks cannot make
 * the building of tables the work.
 */
final class HuffmanCode {
  private static final int LONGEST = 15;
  private static final int LOOKED_UP = 9;

  /** By the next bits: symbol and length, or zero. */
  private final short[] table = new short[1 << LOOKED_UP];

  /** How many codes there are of each length. */
  private final int[] counts = new int[LONGEST + 1];

  /** Symbols in the order of their codes. */
  private final short[] symbols;

  /**
   * @param from where the lengths of this code begin; length 0: the symbol has no code
   * @throws SmimeException {@code MALFORMED_MESSAGE} for lengths that make no code. One with gaps
   *     is accepted where it has a single code of one bit or none at all, as zlib does.
   */
  HuffmanCode(int[] lengths, int from, int to, boolean gaps) {
    symbols = new short[to - from];
    for (int i = from; i < to; i++) {
      counts[lengths[i]]++;
    }
    int codes = to - from - counts[0];
    counts[0] = 0;
    int free = 1;
    int[] offsets = new int[LONGEST + 2];
    int[] next = new int[LONGEST + 2];
    for (int length = 1; length <= LONGEST; length++) {
      free = (free << 1) - counts[length];
      if (free < 0) {
        throw damaged();
      }
      offsets[length + 1] = offsets[length] + counts[length];
      next[length + 1] = next[length] + counts[length] << 1;
    }
    if (free > 0 && !(gaps && (codes == 0 || codes == 1 && counts[1] == 1))) {
      throw damaged();
    }
    for (int i = from; i < to; i++) {
      int length = lengths[i];
      if (length > 0) {
        symbols[offsets[length]++] = (short) (i - from);
        int code = next[length]++;
        if (length <= LOOKED_UP) {
          enter(Integer.reverse(code) >>> 32 - length, length, i - from);
        }
      }
    }
  }

  private void enter(int reversed, int length, int symbol) {
    for (int i = reversed; i < table.length; i += 1 << length) {
      table[i] = (short) (symbol << 4 | length);
    }
  }

  int decode(BitInput input) {
    int bits = input.peek(LONGEST);
    int entry = table[bits & (1 << LOOKED_UP) - 1];
    if (entry != 0) {
      input.skip(entry & 0xf);
      return entry >> 4;
    }
    int code = 0;
    int first = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST; length++) {
      code |= bits >> length - 1 & 1;
      int count = counts[length];
      if (code - count < first) {
        input.skip(length);
        return symbols[index + code - first];
      }
      index += count;
      first = first + count << 1;
      code <<= 1;
    }
    throw damaged();
  }

  static SmimeException damaged() {
    return SmimeException.malformed("the compressed content is damaged");
  }
}
