package dev.signet.server.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows guessing down: so many attempts at once, then one each interval, counted for the account
 * and for the address apart. An attempt is counted before its password is looked at, so parallel
 * guesses gain nothing, and forgiven when it was right.
 *
 * <p>The counts live in memory, bounded: when the table is full, the longest unused entry goes.
 */
final class SignInLimiter {
  static final int ATTEMPTS_PER_ACCOUNT = 8;
  static final int ATTEMPTS_PER_ADDRESS = 40;
  static final Duration ACCOUNT_INTERVAL = Duration.ofSeconds(30);
  static final Duration ADDRESS_INTERVAL = Duration.ofSeconds(5);
  private static final int MOST_ENTRIES = 20_000;
  private static final int MOST_NAME_CHARS = 128;

  private final Clock clock;

  /** Until when each account and address has used its attempts up, were they spread evenly. */
  private final Map<String, Instant> used =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_ENTRIES;
        }
      };

  SignInLimiter(Clock clock) {
    this.clock = clock;
  }

  /** Counts an attempt; where there have been too many, how long to wait for the next instead. */
  synchronized Optional<Duration> attempt(String account, String address) {
    Instant now = clock.instant();
    Duration wait =
        longer(
            waitFor(accountKey(account), now, ATTEMPTS_PER_ACCOUNT, ACCOUNT_INTERVAL),
            waitFor(addressKey(address), now, ATTEMPTS_PER_ADDRESS, ADDRESS_INTERVAL));
    if (!wait.isZero()) {
      return Optional.of(wait);
    }
    count(accountKey(account), now, ACCOUNT_INTERVAL);
    count(addressKey(address), now, ADDRESS_INTERVAL);
    return Optional.empty();
  }

  /** The attempt was right: the account's count starts anew, the address gets this one back. */
  synchronized void succeeded(String account, String address) {
    used.remove(accountKey(account));
    used.computeIfPresent(addressKey(address), (key, until) -> until.minus(ADDRESS_INTERVAL));
  }

  private Duration waitFor(String key, Instant now, int attempts, Duration interval) {
    Instant until = used.getOrDefault(key, now);
    Instant free = until.minus(interval.multipliedBy(attempts - 1L));
    return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
  }

  private void count(String key, Instant now, Duration interval) {
    Instant until = used.getOrDefault(key, now);
    used.put(key, (until.isAfter(now) ? until : now).plus(interval));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static String accountKey(String account) {
    // Longer names than any account's would fill the memory.
    return "account " + account.substring(0, Math.min(account.length(), MOST_NAME_CHARS));
  }

  private static String addressKey(String address) {
    return "address " + address;
  }
}
