package dev.signet.server.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.SteppingClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInLimiterTest {
  private final SteppingClock clock = new SteppingClock();
  private final SignInLimiter limiter = new SignInLimiter(clock);

  @Test
  void slowsGuessesAtOneAccountFromAnywhere() {
    for (int i = 0; i < SignInLimiter.ATTEMPTS_PER_ACCOUNT; i++) {
      assertEquals(Optional.empty(), limiter.attempt("alice", "192.0.2." + i));
    }
    assertEquals(
        Optional.of(SignInLimiter.ACCOUNT_INTERVAL), limiter.attempt("alice", "192.0.2.99"));
    assertEquals(Optional.empty(), limiter.attempt("bob", "192.0.2.99"));
    clock.step(SignInLimiter.ACCOUNT_INTERVAL);
    assertEquals(Optional.empty(), limiter.attempt("alice", "192.0.2.99"));
    assertTrue(limiter.attempt("alice", "192.0.2.99").isPresent());
  }

  @Test
  void slowsGuessesFromOneAddressAtAnyAccount() {
    for (int i = 0; i < SignInLimiter.ATTEMPTS_PER_ADDRESS; i++) {
      assertEquals(Optional.empty(), limiter.attempt("user" + i, "192.0.2.1"));
    }
    assertTrue(limiter.attempt("alice", "192.0.2.1").isPresent());
    assertFalse(limiter.attempt("alice", "192.0.2.2").isPresent());
  }

  @Test
  void doesNotCountRefusedAttempts() {
    for (int i = 0; i < 1000; i++) {
      limiter.attempt("alice", "192.0.2.1");
    }
    clock.step(SignInLimiter.ACCOUNT_INTERVAL);
    assertEquals(Optional.empty(), limiter.attempt("alice", "192.0.2.1"));
  }

  @Test
  void forgivesWhoeverIsRight() {
    for (int i = 0; i < 1000; i++) {
      assertEquals(Optional.empty(), limiter.attempt("alice", "192.0.2.1"), "attempt " + i);
      limiter.succeeded("alice", "192.0.2.1");
    }
  }

  @Test
  void forgetsWithTime() {
    for (int i = 0; i < SignInLimiter.ATTEMPTS_PER_ACCOUNT; i++) {
      limiter.attempt("alice", "192.0.2.1");
    }
    clock.step(Duration.ofHours(1));
    for (int i = 0; i < SignInLimiter.ATTEMPTS_PER_ACCOUNT; i++) {
      assertEquals(Optional.empty(), limiter.attempt("alice", "192.0.2.1"));
    }
  }
}
