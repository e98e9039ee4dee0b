package dev.signet.server.session.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.signet.server.settings.SignInSettings;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The provider's configuration (OpenID Connect Discovery 1.0) and its keys, remembered for an hour
 * and a quarter of one; an old one serves on while the provider cannot be reached. An unknown key
 * has the keys fetched anew, at most twice in half a minute.
 */
final class Provider {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration KEYS_KEPT = Duration.ofMinutes(15);
  private static final Duration KEYS_WAIT = Duration.ofSeconds(10);
  private static final Duration KEYS_INTERVAL = Duration.ofSeconds(30);
  private static final Duration KEYS_OUTLIVE = Duration.ofHours(1);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final int WAIT_SECONDS = 2;

  private final SignInSettings.Oidc settings;
  private final ProviderHttp http;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Known known;
  private volatile Instant next = Instant.MIN;

  Provider(SignInSettings.Oidc settings, ProviderHttp http) {
    this.settings = settings;
    this.http = http;
  }

  /** What is known of the provider. */
  record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

  /**
   * What is known, asked for where it is not known yet.
   *
   * @throws ProviderException where it cannot be had
   */
  Known known() throws ProviderException {
    if (Instant.now().isBefore(next)) {
      return present();
    }
    try {
      if (!fetching.tryLock(known == null ? WAIT_SECONDS : 0, TimeUnit.SECONDS)) {
        return present();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return present();
    }
    try {
      if (Instant.now().isBefore(next)) {
        return present();
      }
      // While it is asked anew nobody waits, but for the very first answer, for which all do.
      if (!next.equals(Instant.MIN)) {
        next = Instant.now().plus(AFTER_FAILURE);
      }
      known = fetch();
      next = Instant.now().plus(KEPT);
      return known;
    } catch (ProviderException e) {
      next = Instant.now().plus(AFTER_FAILURE);
      if (known == null) {
        throw e;
      }
      return known;
    } finally {
      fetching.unlock();
    }
  }

  private Known present() throws ProviderException {
    Known now = known;
    if (now == null) {
      throw new ProviderException("the provider could not be reached a moment ago");
    }
    return now;
  }

  private Known fetch() throws ProviderException {
    String issuer = settings.issuer().toString();
    URI address = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
    try {
      OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(http.get(address));
      if (!metadata.getIssuer().getValue().equals(issuer)) {
        throw new ProviderException("the provider calls itself another issuer than the settings");
      }
      require(metadata.getAuthorizationEndpointURI());
      require(metadata.getTokenEndpointURI());
      require(metadata.getJWKSetURI());
      boolean same =
          known != null && known.metadata().getJWKSetURI().equals(metadata.getJWKSetURI());
      return new Known(metadata, same ? known.keys() : keys(metadata.getJWKSetURI()));
    } catch (IOException | ParseException | IllegalArgumentException e) {
      throw new ProviderException("no configuration of the provider: " + e.getMessage(), e);
    }
  }

  /** No way from https back to http. */
  private void require(URI address) throws ProviderException {
    if (address == null
        || !("https".equals(address.getScheme())
            || settings.issuer().getScheme().equals(address.getScheme()))) {
      throw new ProviderException("the provider's configuration lacks an address, or names http");
    }
  }

  private JWKSource<SecurityContext> keys(URI address) throws MalformedURLException {
    return JWKSourceBuilder.<SecurityContext>create(address.toURL(), http)
        .cache(KEYS_KEPT.toMillis(), KEYS_WAIT.toMillis())
        .refreshAheadCache(false)
        .rateLimited(KEYS_INTERVAL.toMillis())
        .outageTolerant(KEYS_OUTLIVE.toMillis())
        .build();
  }
}
