package dev.signet.server.relay;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Answers to requests without nonce, until they are no longer fresh; bounded by their bytes. When
 * it is full, what is used least goes.
 */
final class AnswerCache {
  /** Bytes that an entry takes beside its contents, about. */
  private static final int OVERHEAD = 512;

  private final Cache<Question, Answer> answers;
  private final Clock clock;

  AnswerCache(long mostBytes, Clock clock) {
    this.clock = clock;
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher(
                (Question asked, Answer answer) -> OVERHEAD + asked.size() + answer.body().length)
            .expireAfter(
                Expiry.creating(
                    (Question asked, Answer answer) ->
                        Duration.between(answer.received(), answer.until().orElseThrow())))
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run)
            .build();
  }

  /** The answer that is remembered and still fresh. */
  Optional<Answer> find(Question asked) {
    if (asked.nonce()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return Optional.ofNullable(answers.getIfPresent(asked))
        .filter(answer -> answer.until().orElseThrow().isAfter(now));
  }

  /** Remembers an answer where it may be remembered. */
  void keep(Question asked, Answer answer) {
    if (!asked.nonce() && answer.until().isPresent()) {
      answers.put(asked, answer);
    }
  }
}
