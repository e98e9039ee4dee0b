package dev.signet.engine.path;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.VerificationKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which certificates were verified by which key, from one message to the next: that a signature is
 * right depends on nothing else and never changes. Anybody can sign certificates with a key of
 * their own, so what is kept is bounded in number and in size; those go first that were not asked
 * for longest.
 */
public final class VerifiedSignatures {
  private static final int MOST = 256;

  /** Octets; a certificate of a person or a CA has one or two thousand. */
  private static final int LARGEST = 8192;

  private record Pair(VerificationKey key, MailCertificate certificate) {}

  private final Map<Pair, Boolean> right =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Boolean> eldest) {
          return size() > MOST;
        }
      };

  /** Whether this was found right before. */
  boolean right(VerificationKey key, MailCertificate certificate) {
    return right.get(new Pair(key, certificate)) != null;
  }

  void add(VerificationKey key, MailCertificate certificate) {
    if (certificate.der().length <= LARGEST) {
      right.put(new Pair(key, certificate), true);
    }
  }
}
