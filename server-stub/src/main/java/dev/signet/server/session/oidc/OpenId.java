package dev.signet.server.session.oidc;

import dev.signet.server.http.Problem;
import dev.signet.server.http.ProblemException;
import dev.signet.server.settings.SignInSettings;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider that the settings name, and what it signs: one for the whole server. */
public final class OpenId {
  private static final Logger LOG = LoggerFactory.getLogger(OpenId.class);
  private static final String RETRY_SECONDS = "5";

  private final SignInSettings.Oidc settings;
  private final ProviderHttp http = new ProviderHttp();
  private final Provider provider;
  private final Tokens tokens;

  public OpenId(SignInSettings.Oidc settings) {
    this.settings = settings;
    this.provider = new Provider(settings, http);
    this.tokens = new Tokens(settings, provider);
  }

  SignInSettings.Oidc settings() {
    return settings;
  }

  ProviderHttp http() {
    return http;
  }

  Provider provider() {
    return provider;
  }

  Tokens tokens() {
    return tokens;
  }

  /** 503; the log says why. */
  ProblemException unavailable(HttpServerExchange exchange, ProviderException cause) {
    LOG.warn("sign-in: {}", cause.getMessage());
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, RETRY_SECONDS);
    return new Problem(503, "provider", "The sign-in provider cannot be reached now.").exception();
  }
}
