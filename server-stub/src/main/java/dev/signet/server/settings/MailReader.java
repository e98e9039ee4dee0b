package dev.signet.server.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads where the page finds the user's mail. */
final class MailReader {
  /** Browsers count these as safe without TLS (Secure Contexts, 3.1). */
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");

  private MailReader() {}

  static MailSettings read(Values values, Optional<Origin> site) throws SettingsException {
    Optional<String> session = values.optional(Name.MAIL);
    Set<Origin> origins = new LinkedHashSet<>();
    if (session.isPresent() && !isPath(session.get())) {
      origins.add(
          ofAddress(session.get())
              .filter(origin -> isSafe(origin) || site.equals(Optional.of(origin)))
              .orElseThrow(
                  () ->
                      new SettingsException(
                          Name.MAIL.text,
                          "\""
                              + session.get()
                              + "\" is neither a path nor an https address, such as"
                              + " https://jmap.example/session")));
    }
    for (String item : values.items(Name.MAIL_ORIGINS)) {
      origins.add(
          Origin.parse(item)
              .filter(MailReader::isSafe)
              .orElseThrow(
                  () ->
                      new SettingsException(
                          Name.MAIL_ORIGINS.text,
                          "\"" + item + "\" is not an origin, such as https://jmap.example")));
    }
    if (session.isEmpty() && !origins.isEmpty()) {
      throw new SettingsException(Name.MAIL_ORIGINS.text, "says nothing without the setting mail");
    }
    // The page's policy names the site by 'self'.
    site.ifPresent(origins::remove);
    return new MailSettings(session, List.copyOf(origins));
  }

  private static boolean isPath(String text) {
    // A browser takes a backslash for a slash (WHATWG URL, 4.4), and two of them for a host.
    return text.startsWith("/") && !text.startsWith("//") && !text.contains("\\");
  }

  private static boolean isSafe(Origin origin) {
    return origin.isSecure() || LOOPBACK.matcher(origin.host()).matches();
  }

  /** The origin of an address; empty for what is none, or has user information or a fragment. */
  private static Optional<Origin> ofAddress(String text) {
    try {
      URI uri = new URI(text);
      if (uri.getRawAuthority() == null
          || uri.getRawUserInfo() != null
          || uri.getRawFragment() != null) {
        return Optional.empty();
      }
      return Origin.parse(uri.getScheme() + "://" + uri.getRawAuthority());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
