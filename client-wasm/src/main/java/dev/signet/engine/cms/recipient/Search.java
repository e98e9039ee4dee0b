package dev.signet.engine.cms.recipient;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.key.UnlockedKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Looks for the secrets that the recipients of one message may be for. */
final class Search {
  private final Secrets secrets;
  private final List<Candidate> candidates = new ArrayList<>();
  private SmimeException problem;
  private boolean secretMissing;
  private boolean more;

  Search(Secrets secrets) {
    this.secrets = secrets;
  }

  /** Those that are named first, then those that may be meant. */
  static Search of(RecipientList recipients, Secrets secrets) {
    Search search = new Search(secrets);
    for (boolean hidden : new boolean[] {false, true}) {
      for (Recipient recipient : recipients.all()) {
        try {
          recipient.collect(search, hidden);
        } catch (SmimeException e) {
          search.problem(e);
        } catch (RuntimeException e) {
          // Bouncy Castle's types answer damaged input with several kinds.
          search.problem(SmimeException.malformed("a recipient info is damaged"));
        }
      }
    }
    return search;
  }

  Secrets secrets() {
    return secrets;
  }

  /**
   * The unlocked keys that a name names; for a hidden name, all that fit.
   *
   * @param hidden whether hidden names are looked at, or the others
   * @param kind which keys can be meant at all
   */
  List<UnlockedKey> keys(RecipientName name, boolean hidden, Predicate<PrivateKey> kind) {
    List<UnlockedKey> found = new ArrayList<>();
    if (name.hidden() != hidden) {
      return found;
    }
    for (UnlockedKey key : secrets.keys()) {
      if (kind.test(key.privateKey())
          && (hidden || name.names(key.certificate()))
          && found.stream().noneMatch(other -> same(other, key))) {
        found.add(key);
      }
    }
    return found;
  }

  /** A renewed certificate may speak of the same key: once is enough. */
  private static boolean same(UnlockedKey one, UnlockedKey other) {
    return Arrays.equals(one.privateKey().pkcs8(), other.privateKey().pkcs8());
  }

  /** Adds a candidate, within the bound. */
  void add(Candidate candidate) {
    if (secrets.spendCandidate()) {
      candidates.add(candidate);
    } else {
      more = true;
    }
  }

  /** A recipient that we could be, but that cannot be tried. The first one counts. */
  void problem(SmimeException error) {
    if (problem == null) {
      problem = error;
    }
  }

  /** A recipient that a password or a key-encryption key opens, and none was given. */
  void missesSecret() {
    secretMissing = true;
  }

  boolean secretMissing() {
    return secretMissing;
  }

  List<Candidate> candidates() {
    return candidates;
  }

  /** Why nothing could be tried, or null. */
  SmimeException problem() {
    return problem;
  }

  /** What is told when nothing fitted and more may be meant than is tried; null where all was. */
  SmimeException tooMany() {
    return more
        ? new SmimeException(
            ErrorCode.TOO_LARGE,
            "more recipients may be meant than are tried",
            Map.of("what", "candidates"))
        : null;
  }
}
