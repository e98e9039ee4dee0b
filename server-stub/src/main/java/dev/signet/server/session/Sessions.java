package dev.signet.server.session;

import dev.signet.server.settings.Settings.SessionLimits;
import dev.signet.server.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Begins, finds and ends sessions; each has an idle and an absolute limit. */
public final class Sessions {
  /** How stale the note of the last use may be, so that not every request writes to the store. */
  private static final Duration GRAIN = Duration.ofSeconds(30);

  private final Store store;
  private final SessionLimits limits;
  private final Clock clock;

  public Sessions(Store store, SessionLimits limits, Clock clock) {
    this.store = store;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * A new session, always with a new token; sessions that are over are swept out on the way. Empty
   * where the account is gone, or has another password by now.
   */
  Optional<SessionToken> begin(Store.Account account) {
    Instant now = clock.instant();
    store.removeSessionsBefore(now.minus(limits.absolute()), now.minus(limits.idle()));
    SessionToken token = SessionToken.create();
    return store.addSession(token.hash(), account, now) ? Optional.of(token) : Optional.empty();
  }

  /** The session with that token, unless it is over. */
  Optional<Session> find(SessionToken token) {
    Instant now = clock.instant();
    byte[] hash = token.hash();
    Optional<Store.SessionRecord> found =
        store
            .session(hash)
            .filter(session -> session.begun().plus(limits.absolute()).isAfter(now))
            .filter(session -> session.used().plus(limits.idle()).isAfter(now));
    if (found.isPresent() && found.get().used().plus(GRAIN).isBefore(now)) {
      store.touchSession(hash, now);
    }
    return found.map(
        session -> new Session(session.accountId(), session.user(), Optional.of(token)));
  }

  void end(SessionToken token) {
    store.removeSession(token.hash());
  }
}
