package dev.signet.server.relay;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one user from using the relay up for all: so many requests a minute, all at once if need
 * be, and so many that wait for their answers.
 */
final class UserLimits {
  /** Requests of one user that wait for their answers. */
  static final int MOST_WAITING = 16;

  private static final int MOST_USERS = 50_000;

  private final Clock clock;
  private final int perMinute;

  /** Until when each user has used the requests up, were they spread evenly. */
  private final Cache<String, Instant> used = Caffeine.newBuilder().maximumSize(MOST_USERS).build();

  private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

  UserLimits(int perMinute, Clock clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /** Counts a request; where there have been too many, how long to wait for the next instead. */
  Optional<Duration> attempt(String user) {
    Instant now = clock.instant();
    Duration interval = Duration.ofMinutes(1).dividedBy(perMinute);
    Instant full = now.plus(interval.multipliedBy(perMinute - 1L));
    Duration[] wait = {Duration.ZERO};
    used.asMap()
        .compute(
            user,
            (key, until) -> {
              Instant from = until == null || until.isBefore(now) ? now : until;
              if (from.isAfter(full)) {
                wait[0] = Duration.between(full, from);
                return until;
              }
              return from.plus(interval);
            });
    return wait[0].isZero() ? Optional.empty() : Optional.of(wait[0]);
  }

  /** Whether one more may wait; then {@link #leave} follows. */
  boolean enter(String user) {
    boolean[] entered = {false};
    waiting.compute(
        user,
        (key, count) -> {
          int now = count == null ? 0 : count;
          entered[0] = now < MOST_WAITING;
          return entered[0] ? Integer.valueOf(now + 1) : count;
        });
    return entered[0];
  }

  /** One waits no longer. */
  void leave(String user) {
    waiting.computeIfPresent(user, (key, count) -> count == 1 ? null : count - 1);
  }
}
