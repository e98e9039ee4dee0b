package dev.signet.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.SteppingClock;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInLimiterTest {
  private final SteppingClock clock = new SteppingClock();
  private final SignInLimiter limiter = new SignInLimiter(clock);

  @Test
  void slowsGuessesAtOneAccountFromOneAddress_butNotItsOwnerElsewhere() {
    for (int i = 0; i < SignInLimiter.PAIR.attempts(); i++) {
      assertEquals(Optional.empty(), attempt("alice", "192.0.2.1"));
    }
    assertEquals(Optional.of(SignInLimiter.PAIR.interval()), attempt("alice", "192.0.2.1"));
    assertEquals(Optional.empty(), attempt("bob", "192.0.2.1"));
    assertEquals(Optional.empty(), attempt("alice", "192.0.2.2"));
    clock.step(SignInLimiter.PAIR.interval());
    assertEquals(Optional.empty(), attempt("alice", "192.0.2.1"));
    assertTrue(attempt("alice", "192.0.2.1").isPresent());
  }

  @Test
  void slowsGuessesAtOneAccountFromManyAddresses_butNotADeviceThatSignedInBefore() {
    for (int i = 0; i < SignInLimiter.ACCOUNT.attempts(); i++) {
      assertEquals(Optional.empty(), attempt("alice", "192.0.2." + i));
    }
    assertTrue(attempt("alice", "198.51.100.1").isPresent());
    for (int i = 0; i < SignInLimiter.DEVICE.attempts(); i++) {
      assertEquals(Optional.empty(), attempt("alice", "198.51.100.1", "a device"));
    }
    assertTrue(attempt("alice", "198.51.100.1", "a device").isPresent());
  }

  @Test
  void slowsGuessesFromOneAddressAtAnyAccount() {
    for (int i = 0; i < SignInLimiter.ADDRESS.attempts(); i++) {
      assertEquals(Optional.empty(), attempt("user" + i, "192.0.2.1"));
    }
    assertTrue(attempt("alice", "192.0.2.1").isPresent());
    assertEquals(Optional.empty(), attempt("alice", "192.0.2.2"));
  }

  @Test
  void countsIpv6ByItsNetwork() {
    for (int i = 0; i < SignInLimiter.PAIR.attempts(); i++) {
      assertEquals(Optional.empty(), attempt("alice", "2001:db8:0:1::" + i));
    }
    assertTrue(attempt("alice", "2001:db8:0:1:ffff::1").isPresent());
    assertEquals(Optional.empty(), attempt("alice", "2001:db8:0:2::1"));
  }

  @Test
  void doesNotCountRefusedAttempts() {
    for (int i = 0; i < 1000; i++) {
      attempt("alice", "192.0.2.1");
    }
    clock.step(SignInLimiter.PAIR.interval());
    assertEquals(Optional.empty(), attempt("alice", "192.0.2.1"));
  }

  @Test
  void forgivesWhoeverIsRight() {
    for (int i = 0; i < 1000; i++) {
      assertEquals(Optional.empty(), attempt("alice", "192.0.2.1"), "attempt " + i);
      limiter.forgive(of("alice", "192.0.2.1", Optional.empty()));
    }
  }

  @Test
  void forgetsWithTime() {
    for (int i = 0; i < SignInLimiter.PAIR.attempts(); i++) {
      attempt("alice", "192.0.2.1");
    }
    clock.step(Duration.ofHours(1));
    for (int i = 0; i < SignInLimiter.PAIR.attempts(); i++) {
      assertEquals(Optional.empty(), attempt("alice", "192.0.2.1"));
    }
  }

  private Optional<Duration> attempt(String account, String address) {
    return limiter.count(of(account, address, Optional.empty()));
  }

  private Optional<Duration> attempt(String account, String address, String device) {
    return limiter.count(of(account, address, Optional.of(device)));
  }

  private static SignInLimiter.Attempt of(String account, String address, Optional<String> device) {
    try {
      return SignInLimiter.Attempt.of(account, InetAddress.getByName(address), device);
    } catch (java.net.UnknownHostException e) {
      throw new AssertionError(e);
    }
  }
}
