package dev.signet.server.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting that exists, with its default; null where absence has a meaning of its own. */
enum Name {
  LISTEN("listen", "127.0.0.1:8080"),
  ORIGIN("origin", null),
  STORE("store", "jdbc:sqlite:signet.db"),
  SIGN_IN("sign-in", "local"),
  TRUST_ANCHORS("trust-anchors", null),
  OCSP("ocsp", "on"),
  OCSP_ALLOW("ocsp.allow", null),
  OCSP_PROXY("ocsp.proxy", null),
  REMEMBER_PASSPHRASE("remember-passphrase", "on"),
  PASSPHRASE("passphrase", "ascii"),
  CIPHER("cipher", "auto"),
  DIGEST("digest", "sha-256"),
  UNLOCK_MINUTES("unlock-minutes", "5"),
  SMIME("smime", "on"),
  KEY_MAX_BYTES("key.max-bytes", "262144"),
  KEY_MAX_PER_USER("key.max-per-user", "32"),
  SESSION_IDLE_MINUTES("session.idle-minutes", "60"),
  SESSION_MAX_HOURS("session.max-hours", "12"),
  MAIL("mail", null);

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
