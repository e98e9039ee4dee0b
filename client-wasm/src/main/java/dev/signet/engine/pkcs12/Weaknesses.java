package dev.signet.engine.pkcs12;

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

  private final Set<String> found = new LinkedHashSet<>();

  void clearKey() {
    found.add("A private key lies in clear in the file.");
  }

  void scheme(Scheme scheme, String scope) {
    String what = scope.equals("key") ? "A private key" : "Certificates";
    if (!scheme.cipher().aes()) {
      found.add(what + verb(scope) + "encrypted with the old " + scheme.cipher().display() + ".");
    }
    // A guesser tries whichever part is cheapest, so the certificates' rounds count as well.
    rounds(
        scope.equals("key") ? "A private key's encryption" : "The certificates' encryption",
        scheme.iterations());
  }

  private static String verb(String scope) {
    return scope.equals("key") ? " is " : " are ";
  }

  void mac(Mac mac) {
    if (mac == null) {
      found.add("Nothing shows whether the file was changed: it has no integrity check.");
      return;
    }
    if (mac.algorithm().filter(each -> each == DigestAlgorithm.SHA1).isPresent()) {
      found.add("The integrity check uses the old SHA-1.");
    }
    rounds("The integrity check", mac.iterations());
  }

  private void rounds(String what, BigInteger iterations) {
    if (iterations.compareTo(ROUNDS) < 0) {
      found.add(
          what
              + " makes guessing the passphrase cheap: "
              + iterations
              + " rounds where "
              + ROUNDS
              + " are usual today.");
    }
  }

  List<String> list() {
    return new ArrayList<>(found);
  }
}
