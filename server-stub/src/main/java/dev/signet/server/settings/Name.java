package dev.signet.server.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting that exists, with its default; null where absence has a meaning of its own. */
enum Name {
  LISTEN("listen", "127.0.0.1:8080"),
  ORIGIN("origin", null),
  STORE("store", "jdbc:sqlite:signet.db"),
  STORE_USER("store.user", null),
  STORE_PASSWORD("store.password", null),
  STORE_CONNECTIONS("store.connections", "10"),
  SIGN_IN("sign-in", "local"),
  OIDC_ISSUER("oidc.issuer", null),
  OIDC_CLIENT_ID("oidc.client-id", null),
  OIDC_CLIENT_SECRET("oidc.client-secret", null),
  OIDC_SCOPE("oidc.scope", "openid"),
  OIDC_USER_CLAIM("oidc.user-claim", "sub"),
  OIDC_AUDIENCE("oidc.audience", null),
  PROXY_USER_HEADER("proxy.user-header", "Remote-User"),
  TRUSTED_PROXIES("trusted-proxies", null),
  TRUST_ANCHORS("trust-anchors", null),
  OCSP("ocsp", "on"),
  OCSP_ALLOW("ocsp.allow", null),
  OCSP_PROXY("ocsp.proxy", null),
  OCSP_PER_MINUTE("ocsp.per-minute", "120"),
  OCSP_CACHE_BYTES("ocsp.cache-bytes", "16777216"),
  REMEMBER_PASSPHRASE("remember-passphrase", "on"),
  PASSPHRASE("passphrase", "ascii"),
  CIPHER("cipher", "auto"),
  DIGEST("digest", "sha-256"),
  UNLOCK_MINUTES("unlock-minutes", "5"),
  SMIME("smime", "on"),
  KEY_MAX_BYTES("key.max-bytes", "262144"),
  KEY_MAX_PER_USER("key.max-per-user", "32"),
  KEY_VERSIONS("key.versions", "5"),
  KEY_VERSION_DAYS("key.version-days", "30"),
  SESSION_IDLE_MINUTES("session.idle-minutes", "60"),
  SESSION_MAX_HOURS("session.max-hours", "12"),
  MAIL("mail", null),
  MAIL_ORIGINS("mail.origins", null),
  TLS_CERTIFICATE("tls.certificate", null),
  TLS_KEY("tls.key", null),
  FRAME_ANCESTORS("frame-ancestors", "none"),
  CONNECTIONS("connections", "16384"),
  TIMEOUT_HEADER_SECONDS("timeout.header-seconds", "10"),
  TIMEOUT_BODY_SECONDS("timeout.body-seconds", "30"),
  TIMEOUT_IDLE_SECONDS("timeout.idle-seconds", "60"),
  METRICS_ALLOW("metrics.allow", "127.0.0.0/8, ::1"),
  LOG_FORMAT("log.format", "plain");

  final String text;
  final String byDefault;

  Name(String text, String byDefault) {
    this.text = text;
    this.byDefault = byDefault;
  }

  /**
   * The environment variable that overrides it: {@code SIGNET_KEY_MAX_BYTES} for {@code
   * key.max-bytes}.
   */
  String variable() {
    return "SIGNET_" + text.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  static Optional<Name> of(String text) {
    return Arrays.stream(values()).filter(name -> name.text.equals(text)).findFirst();
  }
}
