package dev.signet.engine.zlib;

import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Bulk;
import java.util.Arrays;
import java.util.function.Consumer;

/** Inflates one stream in zlib's format. */
public final class Zlib {
  private static final int[] LENGTH_BASE = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };
  private static final int[] LENGTH_BITS = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
  };
  private static final int[] DISTANCE_BASE = {
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577
  };

  /** In this order the lengths of the code of code lengths stand (RFC 1951 section 3.2.7). */
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private static final int END_OF_BLOCK = 256;
  private static final int MOST_LITERALS = 286;
  private static final int MOST_DISTANCES = 30;

  /**
   * Blocks with codes of their own. Compressors make one for some ten thousand symbols; a message
   * of nothing but such blocks asks for work out of all proportion to its size.
   */
  private static final int MOST_DYNAMIC_BLOCKS = 100_000;

  private final BitInput input;
  private final Output output;
  private HuffmanCode fixedLiterals;
  private HuffmanCode fixedDistances;
  private int dynamicBlocks;

  private Zlib(Bulk compressed, Consumer<byte[]> target, int limit) {
    input = new BitInput(compressed);
    output = new Output(target, limit);
  }

  /**
   * Inflates, and checks the checksum at the end. What the target gets before that is not checked
   * yet.
   *
   * @param target takes what comes out, in order; null: only check
   * @param limit octets that may come out
   * @throws SmimeException {@code MALFORMED_MESSAGE}, or {@code TOO_LARGE} soon after the limit was
   *     passed
   */
  public static void inflate(Bulk compressed, Consumer<byte[]> target, int limit) {
    new Zlib(compressed, target, limit).run();
  }

  private void run() {
    int method = input.take(8);
    int flags = input.take(8);
    // Deflate with a window of at most 32 KB, and no dictionary that both sides would have to know.
    if ((method & 0xf) != 8
        || method >> 4 > 7
        || (method << 8 | flags) % 31 != 0
        || (flags & 0x20) != 0) {
      throw SmimeException.malformed("the content is not compressed by zlib");
    }
    boolean last;
    do {
      last = input.take(1) == 1;
      switch (input.take(2)) {
        case 0 -> stored();
        case 1 -> fixed();
        case 2 -> dynamic();
        default -> throw HuffmanCode.damaged();
      }
    } while (!last);
    output.flush();
    input.align();
    int checksum = 0;
    for (int i = 0; i < 4; i++) {
      checksum = checksum << 8 | input.take(8);
    }
    if (checksum != output.checksum() || !input.atEnd()) {
      throw HuffmanCode.damaged();
    }
  }

  private void stored() {
    input.align();
    int length = input.take(16);
    if ((input.take(16) ^ 0xffff) != length) {
      throw HuffmanCode.damaged();
    }
    for (int i = 0; i < length; i++) {
      output.put(input.take(8));
    }
  }

  private void fixed() {
    if (fixedLiterals == null) {
      int[] lengths = new int[288 + 30];
      for (int i = 0; i < lengths.length; i++) {
        lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : i < 288 ? 8 : 5;
      }
      fixedLiterals = new HuffmanCode(lengths, 0, 288, false);
      // Codes 30 and 31 exist but have no meaning; they count when the code is built.
      int[] distances = new int[32];
      Arrays.fill(distances, 5);
      fixedDistances = new HuffmanCode(distances, 0, 32, false);
    }
    block(fixedLiterals, fixedDistances);
  }

  private void dynamic() {
    if (++dynamicBlocks > MOST_DYNAMIC_BLOCKS) {
      throw Output.tooLarge("blocks", MOST_DYNAMIC_BLOCKS);
    }
    int literals = input.take(5) + 257;
    int distances = input.take(5) + 1;
    int given = input.take(4) + 4;
    if (literals > MOST_LITERALS || distances > MOST_DISTANCES) {
      throw HuffmanCode.damaged();
    }
    int[] ofLengths = new int[ORDER.length];
    for (int i = 0; i < given; i++) {
      ofLengths[ORDER[i]] = input.take(3);
    }
    int[] lengths =
        lengths(new HuffmanCode(ofLengths, 0, ofLengths.length, false), literals + distances);
    if (lengths[END_OF_BLOCK] == 0) {
      throw HuffmanCode.damaged();
    }
    block(
        new HuffmanCode(lengths, 0, literals, true),
        new HuffmanCode(lengths, literals, literals + distances, true));
  }

  private int[] lengths(HuffmanCode code, int number) {
    int[] lengths = new int[number];
    for (int at = 0; at < number; ) {
      int symbol = code.decode(input);
      if (symbol < 16) {
        lengths[at++] = symbol;
        continue;
      }
      if (symbol == 16 && at == 0) {
        throw HuffmanCode.damaged();
      }
      int repeated = symbol == 16 ? lengths[at - 1] : 0;
      int times =
          switch (symbol) {
            case 16 -> 3 + input.take(2);
            case 17 -> 3 + input.take(3);
            default -> 11 + input.take(7);
          };
      if (at + times > number) {
        throw HuffmanCode.damaged();
      }
      for (int i = 0; i < times; i++) {
        lengths[at++] = repeated;
      }
    }
    return lengths;
  }

  private void block(HuffmanCode literals, HuffmanCode distances) {
    while (true) {
      int symbol = literals.decode(input);
      if (symbol < END_OF_BLOCK) {
        output.put(symbol);
        continue;
      }
      if (symbol == END_OF_BLOCK) {
        return;
      }
      int kind = symbol - END_OF_BLOCK - 1;
      if (kind >= LENGTH_BASE.length) {
        throw HuffmanCode.damaged();
      }
      int length = LENGTH_BASE[kind] + input.take(LENGTH_BITS[kind]);
      int distance = distances.decode(input);
      if (distance >= MOST_DISTANCES) {
        throw HuffmanCode.damaged();
      }
      int extra = distance < 4 ? 0 : distance / 2 - 1;
      output.repeat(DISTANCE_BASE[distance] + input.take(extra), length);
    }
  }
}
