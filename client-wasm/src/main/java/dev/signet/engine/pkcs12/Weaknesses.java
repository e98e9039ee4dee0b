package dev.signet.engine.pkcs12;

import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.report.Text;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Why today's protection is better than a file's; each reason once. */
final class Weaknesses {
  /** As many as the engine itself writes, for every kind of derivation. */
  private static final BigInteger ROUNDS = BigInteger.valueOf(TodaysProtection.ROUNDS);

  /** What RFC 7914 section 2 and OpenSSL take: 16 MiB. */
  private static final BigInteger SCRYPT_BLOCKS = BigInteger.valueOf(16_384 * 8);

  private final Set<Text> found = new LinkedHashSet<>();

  void clearKey() {
    found.add(new Text("weakness.clear-key"));
  }

  /**
   * @param part {@code key} or {@code certificates}
   */
  void scheme(Scheme scheme, String part) {
    if (old(scheme.cipher())) {
      add("weakness.old-cipher." + part, scheme.cipher().display());
    }
    // A guesser tries whichever part is cheapest, so the certificates' rounds count as well.
    work(
        part,
        scheme instanceof Scheme.Pbes2 pbes2 ? pbes2.derivation() : null,
        scheme.iterations());
  }

  /** Blocks of 64 bits, keys that can be guessed, or a mode that shows which blocks are equal. */
  private static boolean old(ContentCipher cipher) {
    return cipher.keyBytes() < 16 || cipher.ivBytes() < 12 || cipher == ContentCipher.SEED_CBC;
  }

  void mac(Mac mac) {
    if (mac == null) {
      found.add(new Text("weakness.no-mac"));
      return;
    }
    if (mac instanceof Mac.Unsupported) {
      found.add(new Text("weakness.unknown-mac"));
      return;
    }
    mac.digest()
        .filter(DigestAlgorithm::weak)
        .ifPresent(each -> add("weakness.old-mac", each.display()));
    work("mac", mac instanceof Mac.Pbmac1 pbmac1 ? pbmac1.derivation() : null, mac.iterations());
  }

  /** Whether a guess at the passphrase costs as much as it does today. */
  private void work(String part, Kdf derivation, BigInteger iterations) {
    if (derivation instanceof Kdf.Scrypt scrypt) {
      if (scrypt.cost().multiply(scrypt.blockSize()).compareTo(SCRYPT_BLOCKS) < 0) {
        found.add(new Text("weakness.memory." + part));
      }
    } else if (iterations.compareTo(ROUNDS) < 0) {
      add("weakness.rounds." + part, Bounds.figure(iterations));
    }
  }

  private void add(String key, String detail) {
    found.add(new Text(key, null, detail));
  }

  List<Text> list() {
    return new ArrayList<>(found);
  }
}
