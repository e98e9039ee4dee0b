package dev.signet.engine.bc;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Authenticated encryption. Opening goes over the ciphertext twice: once to check the tag, wiping
 * what comes out, and only then to decrypt. So nothing of the content is given out before its tag
 * is known to be right, and no second copy of a large content waits in the heap for that.
 */
final class SealedContent {
  private static final int TAG_BYTES = 16;

  private SealedContent() {}

  static Bulk open(Host host, Ask.OpenSealed ask) {
    ContentCipher cipher = ask.cipher();
    Bulk ciphertext = ask.ciphertext();
    if (ask.key().length != cipher.keyBytes()
        || !fits(cipher, ask.nonce().length, ask.tag().length, ciphertext.length())) {
      throw undecryptable();
    }
    SealedRun check = decryption(ask);
    each(ciphertext, chunk -> Arrays.fill(check.process(chunk), (byte) 0));
    byte[] last = check.open(ask.tag());
    if (last == null) {
      throw undecryptable();
    }
    Arrays.fill(last, (byte) 0);

    SealedRun run = decryption(ask);
    List<Bulk> parts = new ArrayList<>();
    each(ciphertext, chunk -> parts.add(host.hold(run.process(chunk))));
    last = run.open(ask.tag());
    if (last == null) {
      throw undecryptable();
    }
    parts.add(host.hold(last));
    return joined(host, parts);
  }

  static Bulk seal(Host host, Ask.Seal ask) {
    ContentCipher cipher = ask.cipher();
    int length = ask.content().length();
    if (ask.key().length != cipher.keyBytes()
        || !fits(cipher, ask.nonce().length, TAG_BYTES, length)) {
      throw new IllegalArgumentException("key or nonce does not fit the cipher");
    }
    SealedRun run = run(true, cipher, ask.key(), ask.nonce(), ask.associated(), TAG_BYTES, length);
    List<Bulk> parts = new ArrayList<>();
    each(ask.content(), chunk -> parts.add(host.hold(run.process(chunk))));
    parts.add(host.hold(run.seal()));
    return joined(host, parts);
  }

  private static SealedRun decryption(Ask.OpenSealed ask) {
    return run(
        false,
        ask.cipher(),
        ask.key(),
        ask.nonce(),
        ask.associated(),
        ask.tag().length,
        ask.ciphertext().length());
  }

  private static SealedRun run(
      boolean encrypt,
      ContentCipher cipher,
      byte[] key,
      byte[] nonce,
      byte[] associated,
      int tagBytes,
      int length) {
    return switch (cipher.mode()) {
      case GCM -> AeadRun.gcm(encrypt, key, nonce, associated, tagBytes);
      case CCM -> new CcmRun(encrypt, key, nonce, associated, tagBytes, length);
      case CHACHA20_POLY1305 -> AeadRun.chaChaPoly(encrypt, key, nonce, associated);
      case CBC, ECB, OFB, CFB, STREAM -> throw SmimeException.unsupported(cipher.oid());
    };
  }

  /** The lengths that each cipher has (RFC 5084 section 3, RFC 8103 section 2). */
  private static boolean fits(ContentCipher cipher, int nonce, int tag, int length) {
    return switch (cipher.mode()) {
      case GCM -> nonce >= 1 && tag >= 12 && tag <= 16;
      case CCM -> CcmRun.fits(nonce, tag, length);
      case CHACHA20_POLY1305 -> nonce == 12 && tag == TAG_BYTES;
      case CBC, ECB, OFB, CFB, STREAM -> false;
    };
  }

  private static void each(Bulk content, Consumer<byte[]> step) {
    int length = content.length();
    for (int from = 0; from < length; from += Digests.CHUNK) {
      step.accept(content.read(from, Math.min(length, from + Digests.CHUNK)));
    }
  }

  private static Bulk joined(Host host, List<Bulk> parts) {
    return parts.size() == 1 ? parts.get(0) : host.concat(parts);
  }

  /** The same text as for every other failure to decrypt. */
  private static SmimeException undecryptable() {
    return SmimeException.malformed("the content cannot be decrypted");
  }
}
