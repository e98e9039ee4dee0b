package dev.signet.engine.cms.recipient;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.KeyEncryptionKey;
import dev.signet.engine.SmimeException;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.key.UnlockedKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything at hand that may open a message, and what work the message may ask for: one for each
 * message that is opened, so that its layers share the bounds.
 */
public final class Secrets {
  /** Ten times what anybody recommends; in a browser about ten seconds. */
  static final int MOST_ROUNDS = 10_000_000;

  private static final int MOST_ROUNDS_TOGETHER = 2 * MOST_ROUNDS;

  /** Private operations and the like; nobody has nearly as many keys that fit one message. */
  private static final int MOST_CANDIDATES = 48;

  private final List<UnlockedKey> keys;
  private final List<String> passwords;
  private final List<KeyEncryptionKey> keyEncryptionKeys;
  private final List<MailCertificate> certificates;
  private long roundsLeft = MOST_ROUNDS_TOGETHER;
  private int candidatesLeft = MOST_CANDIDATES;

  /**
   * @param certificates where an originator's static key is looked for
   */
  public Secrets(
      List<UnlockedKey> keys,
      List<String> passwords,
      List<KeyEncryptionKey> keyEncryptionKeys,
      List<MailCertificate> certificates) {
    this.keys = List.copyOf(keys);
    this.passwords = List.copyOf(passwords);
    this.keyEncryptionKeys = List.copyOf(keyEncryptionKeys);
    this.certificates = List.copyOf(certificates);
  }

  List<UnlockedKey> keys() {
    return keys;
  }

  List<String> passwords() {
    return passwords;
  }

  List<KeyEncryptionKey> keyEncryptionKeys() {
    return keyEncryptionKeys;
  }

  /** The shared keys that stand for no recipient: those for EncryptedData have no identifier. */
  public List<byte[]> contentKeys() {
    List<byte[]> found = new ArrayList<>();
    for (KeyEncryptionKey shared : keyEncryptionKeys) {
      if (shared.identifier().length == 0) {
        found.add(shared.key());
      }
    }
    return found;
  }

  List<MailCertificate> certificates() {
    return certificates;
  }

  /**
   * Takes rounds of PBKDF2 out of what a message may ask for, before they are done.
   *
   * @throws SmimeException {@code REFUSED_PARAMETERS} with the figure
   */
  int spendRounds(BigInteger iterations) {
    if (iterations.signum() <= 0) {
      throw SmimeException.malformed("a password is derived in no round");
    }
    // The figure of a million digits is nobody's to read, and takes its time to be written.
    String figure = iterations.bitLength() > 64 ? "over 2^64" : iterations.toString();
    if (iterations.bitLength() > 31 || iterations.intValue() > MOST_ROUNDS) {
      throw refused(figure, MOST_ROUNDS);
    }
    if (iterations.intValue() > roundsLeft) {
      throw refused("more than " + MOST_ROUNDS_TOGETHER, MOST_ROUNDS_TOGETHER);
    }
    roundsLeft -= iterations.intValue();
    return iterations.intValue();
  }

  /** Takes one candidate out of what a message may ask for; false when none is left. */
  boolean spendCandidate() {
    if (candidatesLeft == 0) {
      return false;
    }
    candidatesLeft--;
    return true;
  }

  private static SmimeException refused(String figure, int limit) {
    return new SmimeException(
        ErrorCode.REFUSED_PARAMETERS,
        "a password is to be derived in " + figure + " rounds",
        Map.of("iterations", figure, "limit", Integer.toString(limit)));
  }

  @Override
  public String toString() {
    return "Secrets";
  }
}
