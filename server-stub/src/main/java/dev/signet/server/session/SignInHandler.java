package dev.signet.server.session;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.signet.server.accounts.LocalAccounts;
import dev.signet.server.accounts.TooBusyException;
import dev.signet.server.http.BodyHandler;
import dev.signet.server.http.ClientAddress;
import dev.signet.server.http.Json;
import dev.signet.server.http.Problem;
import dev.signet.server.http.ProblemException;
import dev.signet.server.http.Site;
import dev.signet.server.store.Store;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * {@code POST /api/session}: 204 with a new session's cookie; 401; 429, or 503 where too many
 * passwords are being checked, with {@code Retry-After}.
 */
public final class SignInHandler implements HttpHandler {
  private final LocalAccounts accounts;
  private final BrowserSessions sessions;
  private final SignInAudit audit;
  private final SignInLimiter limiter;
  private final Device device;

  public SignInHandler(
      LocalAccounts accounts, BrowserSessions sessions, SignInAudit audit, Site site, Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = audit;
    this.device = new Device(site);
    this.limiter = new SignInLimiter(clock);
  }

  /** What is posted. */
  record Credentials(String user, String password) {
    @JsonCreator
    Credentials(
        @JsonProperty(value = "user", required = true) String user,
        @JsonProperty(value = "password", required = true) String password) {
      this.user = user;
      this.password = password;
    }

    @Override
    public String toString() {
      return "Credentials[secret]";
    }
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Credentials given = Json.read(BodyHandler.body(exchange), Credentials.class);
    if (given.user() == null || given.password() == null) {
      throw new Problem(400, "The user and the password have to be texts.").exception();
    }
    String user = LocalAccounts.normal(given.user());
    Optional<String> known =
        device.of(exchange, user, accounts.account(user).flatMap(Store.Account::passwordHash));
    SignInLimiter.Attempt attempt =
        SignInLimiter.Attempt.of(user, ClientAddress.of(exchange).client(), known);
    Optional<Duration> wait = limiter.count(attempt);
    if (wait.isPresent()) {
      audit.refused(exchange, user, "too-many");
      throw tooMany(exchange, wait.get());
    }
    Optional<Store.Account> account;
    try {
      account = accounts.signIn(user, given.password());
    } catch (TooBusyException e) {
      limiter.forgive(attempt);
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
      throw new Problem(503, "busy", "Too many passwords are being checked.").exception();
    }
    if (account.isEmpty() || !sessions.begin(exchange, account.get())) {
      audit.refused(exchange, user, "credentials");
      throw new Problem(401, "The user name or the password is wrong.").exception();
    }
    limiter.forgive(attempt);
    if (known.isEmpty()) {
      device.set(exchange, user, account.get().passwordHash().orElseThrow());
    }
    audit.signedIn(exchange, user);
    exchange.setStatusCode(204).endExchange();
  }

  private static ProblemException tooMany(HttpServerExchange exchange, Duration wait) {
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
    return new Problem(429, "Too many attempts; wait before the next.").exception();
  }
}
