package dev.signet.engine.pkcs12;

import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Why today's protection is better than a file's; each reason once, in plain English. */
final class Weaknesses {
  /** As many as the engine itself writes, for every kind of derivation. */
  private static final BigInteger ROUNDS = BigInteger.valueOf(TodaysProtection.ROUNDS);

  /** What RFC 7914 section 2 and OpenSSL take: 16 MiB. */
  private static final BigInteger SCRYPT_BLOCKS = BigInteger.valueOf(16_384 * 8);

  private final Set<String> found = new LinkedHashSet<>();

  void clearKey() {
    found.add("A private key lies in clear in the file.");
  }

  void scheme(Scheme scheme, String scope) {
    boolean key = scope.equals("key");
    if (old(scheme.cipher())) {
      found.add(
          (key ? "A private key is" : "Certificates are")
              + " encrypted with the old "
              + scheme.cipher().display()
              + ".");
    }
    // A guesser tries whichever part is cheapest, so the certificates' rounds count as well.
    work(
        key ? "A private key's encryption" : "The certificates' encryption",
        scheme instanceof Scheme.Pbes2 pbes2 ? pbes2.derivation() : null,
        scheme.iterations());
  }

  /** Blocks of 64 bits, keys that can be guessed, or a mode that shows which blocks are equal. */
  private static boolean old(ContentCipher cipher) {
    return cipher.keyBytes() < 16 || cipher.ivBytes() < 12 || cipher == ContentCipher.SEED_CBC;
  }

  void mac(Mac mac) {
    if (mac == null) {
      found.add("Nothing shows whether the file was changed: it has no integrity check.");
      return;
    }
    if (mac instanceof Mac.Unsupported) {
      found.add("The integrity check is of a kind that is not known here.");
      return;
    }
    mac.digest()
        .filter(DigestAlgorithm::weak)
        .ifPresent(each -> found.add("The integrity check uses the old " + each.display() + "."));
    work(
        "The integrity check",
        mac instanceof Mac.Pbmac1 pbmac1 ? pbmac1.derivation() : null,
        mac.iterations());
  }

  private void work(String what, Kdf derivation, BigInteger iterations) {
    if (derivation instanceof Kdf.Scrypt scrypt) {
      memory(what, scrypt);
    } else {
      rounds(what, iterations);
    }
  }

  private void memory(String what, Kdf.Scrypt scrypt) {
    BigInteger blocks = scrypt.cost().multiply(scrypt.blockSize());
    if (blocks.compareTo(SCRYPT_BLOCKS) < 0) {
      found.add(what + " makes guessing the passphrase cheap: its scrypt takes little memory.");
    }
  }

  private void rounds(String what, BigInteger iterations) {
    if (iterations.compareTo(ROUNDS) < 0) {
      found.add(
          what
              + " makes guessing the passphrase cheap: "
              + Bounds.figure(iterations)
              + " rounds where "
              + ROUNDS
              + " are usual today.");
    }
  }

  List<String> list() {
    return new ArrayList<>(found);
  }
}
