package dev.signet.server.session.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.signet.server.http.ClientAddress;
import dev.signet.server.http.ProblemException;
import dev.signet.server.http.Site;
import dev.signet.server.session.BrowserSessions;
import dev.signet.server.session.ExternalAccounts;
import dev.signet.server.session.SignInAudit;
import dev.signet.server.session.SignInLimiter;
import dev.signet.server.settings.SignInSettings;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The code flow (OpenID Connect Core 1.0, 3.1) with PKCE. {@code GET /api/session/oidc} sends the
 * browser to the provider; {@code GET /api/session/oidc/callback} takes it back, and sends it to
 * {@code /}, signed in, or to {@code /?sign-in=failed}. Neither goes anywhere else, whatever a
 * request says.
 */
public final class CodeFlow {
  private static final Logger LOG = LoggerFactory.getLogger(CodeFlow.class);
  private static final String CALLBACK = "/api/session/oidc/callback";

  private final OpenId openId;
  private final ExternalAccounts accounts;
  private final BrowserSessions sessions;
  private final SignInAudit audit;
  private final Site site;
  private final Clock clock;
  private final SignInLimiter limiter;

  public CodeFlow(
      OpenId openId,
      ExternalAccounts accounts,
      BrowserSessions sessions,
      SignInAudit audit,
      Site site,
      Clock clock) {
    this.openId = openId;
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = audit;
    this.site = site;
    this.clock = clock;
    this.limiter = new SignInLimiter(clock);
  }

  /** 302 to the provider; 503 where it cannot be reached. */
  public void begin(HttpServerExchange exchange) throws ProblemException {
    OIDCProviderMetadata metadata;
    try {
      metadata = openId.provider().known().metadata();
    } catch (ProviderException e) {
      throw openId.unavailable(exchange, e);
    }
    SignInSettings.Oidc settings = openId.settings();
    Attempt attempt = Attempt.begin(clock.instant());
    AuthenticationRequest request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(settings.scopes().toArray(String[]::new)),
                new ClientID(settings.clientId()),
                callback())
            .endpointURI(metadata.getAuthorizationEndpointURI())
            .state(attempt.state())
            .nonce(attempt.nonce())
            .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
            .build();
    attempt.set(exchange, site);
    redirect(exchange, request.toURI().toString());
  }

  /** 302 to {@code /}, with a session or without. */
  public void callback(HttpServerExchange exchange) {
    Optional<Attempt> attempt = Attempt.read(exchange, site, clock.instant());
    Attempt.clear(exchange, site);
    try {
      String user = user(exchange, attempt);
      if (!sessions.begin(exchange, accounts.account(user))) {
        throw new RefusedException("the account was removed at this instant");
      }
      audit.signedIn(exchange, user);
      redirect(exchange, site.origin() + "/");
    } catch (RefusedException e) {
      fail(exchange, e, "refused");
    } catch (ProviderException e) {
      fail(exchange, e, "provider");
    }
  }

  private String user(HttpServerExchange exchange, Optional<Attempt> attempt)
      throws RefusedException, ProviderException {
    if (attempt.isEmpty()) {
      throw new RefusedException("this browser has begun no sign-in, or too long ago");
    }
    String state = parameter(exchange, "state").orElse("");
    if (!MessageDigest.isEqual(bytes(state), bytes(attempt.get().state().getValue()))) {
      throw new RefusedException("the state is not this browser's");
    }
    OIDCProviderMetadata metadata = openId.provider().known().metadata();
    checkIssuer(parameter(exchange, "iss"), metadata);
    Optional<String> error = parameter(exchange, "error");
    if (error.isPresent()) {
      throw new RefusedException("the provider says " + error.get().replaceAll("[^a-z_]", "?"));
    }
    String code =
        parameter(exchange, "code").orElseThrow(() -> new RefusedException("there is no code"));
    // Few are asked of the provider at once: who sends made-up codes must not take all the places.
    SignInLimiter.Attempt asking =
        SignInLimiter.Attempt.ofAddress(ClientAddress.of(exchange).client());
    if (limiter.count(asking).isPresent()) {
      throw new RefusedException("too many codes came to nothing from one address");
    }
    String user;
    try {
      user = new CodeExchange(openId, callback()).user(new AuthorizationCode(code), attempt.get());
    } catch (ProviderException e) {
      limiter.forgive(asking);
      throw e;
    }
    limiter.forgive(asking);
    return user;
  }

  /** RFC 9207: an answer of another provider is not taken for this one's. */
  private void checkIssuer(Optional<String> issuer, OIDCProviderMetadata metadata)
      throws RefusedException {
    boolean wrong =
        issuer.isPresent()
            ? !issuer.get().equals(openId.settings().issuer().toString())
            : metadata.supportsAuthorizationResponseIssuerParam();
    if (wrong) {
      throw new RefusedException("the answer names another issuer, or none");
    }
  }

  private static Optional<String> parameter(HttpServerExchange exchange, String name)
      throws RefusedException {
    Deque<String> values = exchange.getQueryParameters().get(name);
    if (values == null || values.isEmpty() || values.getFirst().isEmpty()) {
      return Optional.empty();
    }
    if (values.size() > 1) {
      throw new RefusedException("a parameter is there twice");
    }
    return Optional.of(values.getFirst());
  }

  private void fail(HttpServerExchange exchange, Exception cause, String reason) {
    LOG.warn("sign-in: {}", cause.getMessage());
    audit.refused(exchange, "-", reason);
    redirect(exchange, site.origin() + "/?sign-in=failed");
  }

  private URI callback() {
    return URI.create(site.origin() + CALLBACK);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void redirect(HttpServerExchange exchange, String address) {
    exchange.getResponseHeaders().put(Headers.LOCATION, address);
    exchange.setStatusCode(302).endExchange();
  }
}
