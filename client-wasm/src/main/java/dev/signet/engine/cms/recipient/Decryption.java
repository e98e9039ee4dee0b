package dev.signet.engine.cms.recipient;

import dev.signet.engine.SmimeException;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What decrypting came to.
 *
 * @param content null unless {@link Outcome#OPENED}
 * @param key the key that opened it, or that the message names; null for a password or a
 *     key-encryption key, and where none is at hand
 * @param keyTransport name of the key management, for reports
 */
public record Decryption(Outcome outcome, Bulk content, UnlockedKey key, String keyTransport) {
  /** How it ended. */
  public enum Outcome {
    OPENED,
    /** Something at hand is meant, and does not open it, for whatever cause. */
    FAILED,
    /** Nothing at hand is meant. */
    NO_KEY,
    /** No key is unlocked, or a password or key-encryption key is asked for and none was given. */
    LOCKED
  }

  private record Trial(Candidate candidate, int keyBytes) {}

  /**
   * A content key to decrypt with.
   *
   * @param contentKey of a right length; null where there is none, so that another one stands in
   */
  private record Attempt(Trial trial, byte[] contentKey) {
    Candidate candidate() {
      return trial.candidate();
    }
  }

  /**
   * Tries every secret that the message names, and those that it may mean. All are tried to the
   * end, whichever of them fits, and a failure has one form whatever its cause: neither time nor
   * result tells more than whether the message can be read. With RSA key transport the content is
   * decrypted even where the key transport failed, with a key that opens nothing.
   *
   * @param keySizes octets that the content-encryption key may have, the likeliest first
   * @param decrypt the content out of such a key; fails in one way whatever the cause is
   * @throws SmimeException where nothing at hand can be tried: {@code UNSUPPORTED_ALGORITHM} for a
   *     key management that the engine does not have, {@code REFUSED_PARAMETERS}, {@code TOO_LARGE}
   *     or {@code MALFORMED_MESSAGE}
   */
  public static Step<Decryption> of(
      RecipientList recipients,
      Secrets secrets,
      List<Integer> keySizes,
      Function<byte[], Step<Bulk>> decrypt) {
    Search search = Search.of(recipients, secrets);
    if (search.candidates().isEmpty()) {
      return nothingToTry(recipients, search);
    }
    return Step.each(trials(search.candidates(), keySizes), trial -> contentKey(trial, keySizes))
        .then(keys -> Step.each(attempts(keys), attempt -> decrypted(attempt, decrypt)))
        .then(
            results -> {
              for (Decryption result : results) {
                if (result.outcome() == Outcome.OPENED) {
                  return Step.done(result);
                }
              }
              return search.tooMany() == null
                  ? Step.done(failed(search.candidates().get(0)))
                  : Step.failed(search.tooMany());
            });
  }

  private static Step<Decryption> nothingToTry(RecipientList recipients, Search search) {
    if (search.problem() != null) {
      return Step.failed(search.problem());
    }
    if (search.secretMissing() || search.secrets().keys().isEmpty()) {
      return Step.done(new Decryption(Outcome.LOCKED, null, null, recipients.display()));
    }
    if (recipients.onlyOthers() != null) {
      return Step.failed(SmimeException.unsupported(recipients.onlyOthers()));
    }
    return Step.done(new Decryption(Outcome.NO_KEY, null, null, recipients.display()));
  }

  /** Key transport has to be told how long the key is; of every other the key itself tells. */
  private static List<Trial> trials(List<Candidate> candidates, List<Integer> keySizes) {
    List<Trial> trials = new ArrayList<>();
    for (Candidate candidate : candidates) {
      for (int size : candidate.transport() ? keySizes : keySizes.subList(0, 1)) {
        trials.add(new Trial(candidate, size));
      }
    }
    return trials;
  }

  private static Step<Attempt> contentKey(Trial trial, List<Integer> keySizes) {
    return trial
        .candidate()
        .contentKey()
        .apply(trial.keyBytes())
        .map(key -> new Attempt(trial, keySizes.contains(key.length) ? key : null))
        .recover(
            error ->
                tellsNothing(error) ? Step.failed(error) : Step.done(new Attempt(trial, null)));
  }

  /** Those that give a key, each key once, and all by key transport; one at least. */
  private static List<Attempt> attempts(List<Attempt> keys) {
    List<Attempt> attempts = new ArrayList<>();
    for (Attempt each : keys) {
      boolean again =
          attempts.stream()
              .anyMatch(
                  other ->
                      !other.candidate().transport()
                          && Arrays.equals(other.contentKey(), each.contentKey()));
      if (each.candidate().transport() || each.contentKey() != null && !again) {
        attempts.add(each);
      }
    }
    return attempts.isEmpty() ? keys.subList(0, 1) : attempts;
  }

  private static Step<Decryption> decrypted(Attempt attempt, Function<byte[], Step<Bulk>> decrypt) {
    Candidate candidate = attempt.candidate();
    boolean found = attempt.contentKey() != null;
    return decrypt
        .apply(found ? attempt.contentKey() : new byte[attempt.trial().keyBytes()])
        .map(
            content ->
                found
                    ? new Decryption(Outcome.OPENED, content, candidate.key(), candidate.display())
                    : failed(candidate))
        .recover(error -> tellsNothing(error) ? Step.failed(error) : Step.done(failed(candidate)));
  }

  private static Decryption failed(Candidate candidate) {
    return new Decryption(Outcome.FAILED, null, candidate.key(), candidate.display());
  }

  /** Errors that come whatever the key is; every other one is a failure to decrypt. */
  private static boolean tellsNothing(SmimeException error) {
    return switch (error.code()) {
      case ABORTED, UNSUPPORTED_ALGORITHM, ENGINE_UNAVAILABLE, NO_RANDOMNESS -> true;
      default -> false;
    };
  }
}
