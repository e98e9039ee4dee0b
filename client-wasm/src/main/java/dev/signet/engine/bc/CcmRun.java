package dev.signet.engine.bc;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.util.Arrays;

/**
 * AES-CCM (NIST SP 800-38C, RFC 3610), chunk by chunk. Bouncy Castle's own keeps the whole content
 * in the heap, since CCM as such needs its length first; here the length is known.
 */
final class CcmRun implements SealedRun {
  private static final int BLOCK = 16;
  private static final int LONGEST_SHORT_LENGTH = 0xff00;

  private final boolean encrypt;
  private final int tagBytes;
  private final BlockCipher aes = AESEngine.newInstance();

  /** The CBC-MAC so far; {@code filled} octets of its last block have been mixed in. */
  private final byte[] mac = new byte[BLOCK];

  private final byte[] counter = new byte[BLOCK];
  private final byte[] stream = new byte[BLOCK];
  private final byte[] tagMask = new byte[BLOCK];
  private int filled;
  private int left;

  /** Whether CCM has such lengths; all in octets. */
  static boolean fits(int nonce, int tag, int content) {
    int lengthOctets = BLOCK - 1 - nonce;
    return nonce >= 7
        && nonce <= 13
        && tag >= 4
        && tag <= BLOCK
        && tag % 2 == 0
        && (lengthOctets >= 4 || content < 1 << 8 * lengthOctets);
  }

  /**
   * @param length octets of the content
   */
  CcmRun(boolean encrypt, byte[] key, byte[] nonce, byte[] associated, int tagBytes, int length) {
    this.encrypt = encrypt;
    this.tagBytes = tagBytes;
    this.left = length;
    aes.init(true, new KeyParameter(key));

    int lengthOctets = BLOCK - 1 - nonce.length;
    counter[0] = (byte) (lengthOctets - 1);
    System.arraycopy(nonce, 0, counter, 1, nonce.length);
    aes.processBlock(counter, 0, tagMask, 0);

    System.arraycopy(counter, 0, mac, 0, BLOCK);
    mac[0] |= (byte) ((associated.length > 0 ? 0x40 : 0) | (tagBytes - 2) / 2 << 3);
    for (int i = 0; i < Math.min(4, lengthOctets); i++) {
      mac[BLOCK - 1 - i] = (byte) (length >>> 8 * i);
    }
    aes.processBlock(mac, 0, mac, 0);
    if (associated.length > 0) {
      mixLength(associated.length);
      mix(associated, 0, associated.length);
      pad();
    }
  }

  private void mixLength(int length) {
    byte[] encoded =
        length < LONGEST_SHORT_LENGTH
            ? new byte[] {(byte) (length >>> 8), (byte) length}
            : new byte[] {
              (byte) 0xff,
              (byte) 0xfe,
              (byte) (length >>> 24),
              (byte) (length >>> 16),
              (byte) (length >>> 8),
              (byte) length
            };
    mix(encoded, 0, encoded.length);
  }

  private void mix(byte[] octets, int from, int to) {
    for (int i = from; i < to; i++) {
      mac[filled++] ^= octets[i];
      if (filled == BLOCK) {
        pad();
      }
    }
  }

  private void pad() {
    if (filled > 0) {
      aes.processBlock(mac, 0, mac, 0);
      filled = 0;
    }
  }

  @Override
  public byte[] process(byte[] octets) {
    for (int from = 0; from < octets.length; ) {
      if (filled == 0) {
        nextStream();
      }
      int to = Math.min(octets.length, from + BLOCK - filled);
      int at = filled;
      if (encrypt) {
        mix(octets, from, to);
      }
      for (int i = from; i < to; i++) {
        octets[i] ^= stream[at + i - from];
      }
      if (!encrypt) {
        mix(octets, from, to);
      }
      from = to;
    }
    left -= octets.length;
    return octets;
  }

  /** Content is mixed in and encrypted in step, so a new block of the one is one of the other. */
  private void nextStream() {
    for (int i = BLOCK - 1; i > 0 && ++counter[i] == 0; i--) {
      continue;
    }
    aes.processBlock(counter, 0, stream, 0);
  }

  private byte[] tag() {
    if (left != 0) {
      throw new IllegalStateException("the content is not as long as was said");
    }
    pad();
    byte[] tag = new byte[tagBytes];
    for (int i = 0; i < tagBytes; i++) {
      tag[i] = (byte) (mac[i] ^ tagMask[i]);
    }
    return tag;
  }

  @Override
  public byte[] seal() {
    return tag();
  }

  @Override
  public byte[] open(byte[] expected) {
    return Arrays.constantTimeAreEqual(tag(), expected) ? new byte[0] : null;
  }
}
