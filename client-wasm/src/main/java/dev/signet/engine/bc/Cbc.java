package dev.signet.engine.bc;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.RC2Engine;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.CBCModeCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.crypto.params.RC2Parameters;

/** Block ciphers in CBC mode with PKCS#7 padding (RFC 5652 section 6.3). */
public final class Cbc {
  private Cbc() {}

  static Bulk encrypt(Host host, Ask.EncryptContent ask) {
    CBCModeCipher cbc = CBCBlockCipher.newInstance(engine(ask.cipher()));
    cbc.init(true, new ParametersWithIV(parameters(ask.cipher(), ask.key()), ask.iv()));
    int block = cbc.getBlockSize();
    Bulk content = ask.content();
    int whole = content.length() / block * block;
    List<Bulk> parts = process(host, cbc, content, whole);
    byte[] last = new byte[block];
    byte[] rest = content.read(whole, content.length());
    Arrays.fill(last, (byte) (block - rest.length));
    System.arraycopy(rest, 0, last, 0, rest.length);
    cbc.processBlock(last, 0, last, 0);
    parts.add(host.hold(last));
    return parts.size() == 1 ? parts.get(0) : host.concat(parts);
  }

  static Bulk decrypt(Host host, Ask.DecryptContent ask) {
    if (!keyFits(ask.cipher(), ask.key().length)) {
      throw undecryptable();
    }
    return decrypt(host, engine(ask.cipher()), parameters(ask.cipher(), ask.key()), ask);
  }

  /**
   * Decrypts with a cipher of the caller's.
   *
   * @param key of a length that the cipher takes
   * @throws SmimeException {@code MALFORMED_MESSAGE}, of one form whatever is wrong
   */
  public static Bulk decrypt(
      Host host, BlockCipher cipher, CipherParameters key, Ask.DecryptContent ask) {
    Bulk ciphertext = ask.ciphertext();
    int block = cipher.getBlockSize();
    int length = ciphertext.length();
    if (length == 0 || length % block != 0 || ask.iv().length != block) {
      throw undecryptable();
    }
    CBCModeCipher cbc = CBCBlockCipher.newInstance(cipher);
    cbc.init(false, new ParametersWithIV(key, ask.iv()));
    List<Bulk> parts = process(host, cbc, ciphertext, length - block);
    byte[] last = ciphertext.read(length - block, length);
    cbc.processBlock(last, 0, last, 0);
    int padding = last[block - 1] & 0xff;
    // Every octet is looked at whatever the padding is; only the sum of it all decides.
    int wrong = padding - 1 | block - padding;
    for (int i = 0; i < block; i++) {
      int inPadding = block - padding - 1 - i >> 31;
      wrong |= inPadding & (last[i] & 0xff ^ padding) * -1;
    }
    if (wrong < 0) {
      Arrays.fill(last, (byte) 0);
      throw undecryptable();
    }
    parts.add(host.hold(Arrays.copyOf(last, block - padding)));
    return parts.size() == 1 ? parts.get(0) : host.concat(parts);
  }

  /**
   * RC2 takes keys of 1 to 128 octets whatever their effective bits are (RFC 2268 section 2), and
   * senders make use of it.
   */
  private static boolean keyFits(ContentCipher cipher, int length) {
    return switch (cipher) {
      case RC2_32_CBC, RC2_40_CBC, RC2_64_CBC, RC2_128_CBC -> length >= 1 && length <= 128;
      default -> length == cipher.keyBytes();
    };
  }

  /** The first {@code length} octets, a multiple of the block, through the cipher. */
  private static List<Bulk> process(Host host, CBCModeCipher cbc, Bulk content, int length) {
    List<Bulk> parts = new ArrayList<>();
    int block = cbc.getBlockSize();
    for (int from = 0; from < length; from += Digests.CHUNK) {
      byte[] chunk = content.read(from, Math.min(length, from + Digests.CHUNK));
      for (int at = 0; at < chunk.length; at += block) {
        cbc.processBlock(chunk, at, chunk, at);
      }
      parts.add(host.hold(chunk));
    }
    return parts;
  }

  private static CipherParameters parameters(ContentCipher algorithm, byte[] key) {
    return switch (algorithm) {
      case RC2_32_CBC -> new RC2Parameters(key, 32);
      case RC2_40_CBC -> new RC2Parameters(key, 40);
      case RC2_64_CBC -> new RC2Parameters(key, 64);
      case RC2_128_CBC -> new RC2Parameters(key, 128);
      default -> new KeyParameter(key);
    };
  }

  private static BlockCipher engine(ContentCipher algorithm) {
    return switch (algorithm) {
      case AES_128_CBC, AES_192_CBC, AES_256_CBC -> AESEngine.newInstance();
      case DES_EDE3_CBC -> new DESedeEngine();
      case RC2_32_CBC, RC2_40_CBC, RC2_64_CBC, RC2_128_CBC -> new RC2Engine();
      default -> throw SmimeException.unsupported(algorithm.oid());
    };
  }

  /** One error with one text for every cause: what is told apart here is an oracle. */
  public static SmimeException undecryptable() {
    return SmimeException.malformed("the content cannot be decrypted");
  }
}
