package dev.signet.server.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reads how users sign in. */
final class SignInReader {
  private SignInReader() {}

  static SignInSettings read(Values values, TransportSettings transport) throws SettingsException {
    String header = values.text(Name.PROXY_USER_HEADER);
    if (!header.matches("[A-Za-z0-9-]{1,64}")) {
      throw new SettingsException(Name.PROXY_USER_HEADER.text, "is not the name of a header field");
    }
    return switch (values.choice(Name.SIGN_IN, "local", "oidc", "proxy")) {
      case "oidc" ->
          new SignInSettings(SignInSettings.Kind.OIDC, Optional.of(oidc(values)), header);
      case "proxy" -> {
        if (transport.trustedProxies().isEmpty()) {
          throw new SettingsException(
              Name.TRUSTED_PROXIES.text, "must be set where sign-in is proxy");
        }
        yield new SignInSettings(SignInSettings.Kind.PROXY, Optional.empty(), header);
      }
      default -> new SignInSettings(SignInSettings.Kind.LOCAL, Optional.empty(), header);
    };
  }

  private static SignInSettings.Oidc oidc(Values values) throws SettingsException {
    String clientId = required(values, Name.OIDC_CLIENT_ID);
    List<String> scopes = List.of(values.text(Name.OIDC_SCOPE).split("[\\s,]+", -1));
    if (!scopes.contains("openid")) {
      throw new SettingsException(Name.OIDC_SCOPE.text, "has to hold openid");
    }
    return new SignInSettings.Oidc(
        issuer(required(values, Name.OIDC_ISSUER)),
        clientId,
        values.optional(Name.OIDC_CLIENT_SECRET),
        scopes,
        values.text(Name.OIDC_USER_CLAIM),
        values.optional(Name.OIDC_AUDIENCE).orElse(clientId));
  }

  /** Https, or http to this machine (OpenID Connect Discovery 1.0, 4.3 wants https). */
  private static URI issuer(String text) throws SettingsException {
    try {
      URI uri = URI.create(text);
      boolean local = List.of("127.0.0.1", "localhost", "[::1]").contains(uri.getHost());
      if (uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null
          && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && local))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Falls through to the one message that all causes share.
    }
    throw new SettingsException(
        Name.OIDC_ISSUER.text, "\"" + text + "\" is not the https address of a provider");
  }

  private static String required(Values values, Name name) throws SettingsException {
    return values
        .optional(name)
        .orElseThrow(() -> new SettingsException(name.text, "must be set where sign-in is oidc"));
  }
}
