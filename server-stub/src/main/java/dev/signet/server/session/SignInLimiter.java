package dev.signet.server.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Slows guessing down: so many attempts at once, then one each interval, counted apart for an
 * account from one address, for an account from anywhere, and for an address at any account. A
 * device that has signed in before is counted for itself alone: who guesses at an account does not
 * keep its owner waiting there. An attempt is counted before its password is looked at, so parallel
 * guesses gain nothing, and forgiven when it was right.
 *
 * <p>IPv6 addresses count by their /64 network, since one client has all of it. The counts live in
 * memory, bounded: when the table is full, the longest unused entry goes.
 */
public final class SignInLimiter {
  /** How many at once, and how long each takes to be forgotten. */
  public record Budget(int attempts, Duration interval) {}

  static final Budget PAIR = new Budget(8, Duration.ofSeconds(30));
  static final Budget ACCOUNT = new Budget(64, Duration.ofSeconds(10));
  static final Budget ADDRESS = new Budget(40, Duration.ofSeconds(5));
  static final Budget DEVICE = new Budget(8, Duration.ofSeconds(30));
  private static final int MOST_ENTRIES = 20_000;
  private static final int MOST_NAME_CHARS = 128;
  private static final int NETWORK_BYTES = 8;

  private final Clock clock;

  /** Until when each has used its attempts up, were they spread evenly. */
  private final Map<String, Instant> used =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_ENTRIES;
        }
      };

  /** Counts nothing yet. */
  public SignInLimiter(Clock clock) {
    this.clock = clock;
  }

  /** What an attempt counts for. */
  public record Attempt(Map<String, Budget> counts) {
    /**
     * An attempt.
     *
     * @param device what a device that has signed in to this account before showed
     */
    static Attempt of(String account, InetAddress address, Optional<String> device) {
      // Longer names than any account's would fill the memory.
      String name = account.substring(0, Math.min(account.length(), MOST_NAME_CHARS));
      if (device.isPresent()) {
        return new Attempt(Map.of("device " + device.get() + " " + name, DEVICE));
      }
      String network = network(address);
      return new Attempt(
          Map.of(
              "pair " + network + " " + name, PAIR,
              "account " + name, ACCOUNT,
              "address " + network, ADDRESS));
    }

    /** An attempt that names no account, such as one with a code of a provider. */
    public static Attempt ofAddress(InetAddress address) {
      return new Attempt(Map.of("address " + network(address), ADDRESS));
    }

    private static String network(InetAddress address) {
      byte[] bytes = address.getAddress();
      return HexFormat.of()
          .formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
  }

  /** Counts an attempt; where there have been too many, how long to wait for the next instead. */
  public synchronized Optional<Duration> count(Attempt attempt) {
    Instant now = clock.instant();
    List<Duration> waits = new ArrayList<>();
    attempt.counts().forEach((key, budget) -> waits.add(waitFor(key, now, budget)));
    Duration longest = waits.stream().max(Duration::compareTo).orElseThrow();
    if (!longest.isZero()) {
      return Optional.of(longest);
    }
    attempt
        .counts()
        .forEach(
            (key, budget) -> {
              Instant until = used.getOrDefault(key, now);
              used.put(key, (until.isAfter(now) ? until : now).plus(budget.interval()));
            });
    return Optional.empty();
  }

  /** The attempt was right, or its password was not looked at: it counts for nothing. */
  public synchronized void forgive(Attempt attempt) {
    attempt
        .counts()
        .forEach(
            (key, budget) ->
                used.computeIfPresent(key, (same, until) -> until.minus(budget.interval())));
  }

  private Duration waitFor(String key, Instant now, Budget budget) {
    Instant until = used.getOrDefault(key, now);
    Instant free = until.minus(budget.interval().multipliedBy(budget.attempts() - 1L));
    return free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
  }
}
