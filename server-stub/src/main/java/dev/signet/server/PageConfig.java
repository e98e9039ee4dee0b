package dev.signet.server;

import dev.signet.server.settings.Settings;

/** The members of {@code GET /api/config}. */
record PageConfig(
    boolean ocsp,
    boolean rememberPassphrase,
    String newPassphrase,
    String contentCipher,
    String digest,
    int unlockMinutes,
    boolean smimeEnabledByDefault,
    String signIn,
    String mail) {

  static PageConfig of(Settings.Page page) {
    return new PageConfig(
        page.ocsp(),
        page.rememberPassphrase(),
        page.newPassphrase(),
        page.contentCipher(),
        page.digest(),
        page.unlockMinutes(),
        page.smimeEnabledByDefault(),
        page.signIn(),
        page.mail().orElse(null));
  }
}
