package dev.signet.server.settings;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  @TempDir Path folder;

  @Test
  void hasDefaults() throws Exception {
    Settings settings = SettingsReader.read(Optional.empty(), Map.of());
    assertEquals("/127.0.0.1:8080", settings.listen().toString());
    assertEquals(Optional.empty(), settings.origin());
    assertEquals("jdbc:sqlite:signet.db", settings.store().url());
    assertEquals(List.of(), settings.trustAnchors());
    assertEquals(
        new Settings.Page(
            true, true, "ascii", "auto", "sha-256", 5, true, "local", Optional.empty()),
        settings.page());
    assertEquals(new Settings.Limits(262144, 32, 5, Duration.ofDays(30)), settings.limits());
  }

  @Test
  void readsAFile() throws Exception {
    Settings settings =
        read(
            """
            # a comment
            listen = [::1]:0
            origin = HTTPS://Mail.Example:443/
            trust-anchors = a.pem, /etc/b
            ocsp = off
            ocsp.allow = 127.0.0.0/8:8888, [fd00::]/8:80
            mail = /jmap/session
            """);
    assertEquals(0, settings.listen().getPort());
    assertEquals("https://mail.example", settings.origin().orElseThrow().toString());
    assertEquals(List.of(Path.of("a.pem"), Path.of("/etc/b")), settings.trustAnchors());
    assertEquals(Optional.of("/jmap/session"), settings.page().mail());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /jmap/                              | ''                        | ''
          https://mail.example/jmap/          | ''                        | ''
          https://Jmap.Example:443/session?a  | ''                        | https://jmap.example
          http://127.0.0.1:8081/jmap/         | ''                        | http://127.0.0.1:8081
          https://jmap.example/session        | https://jmap.example, https://files.example:8443 | https://jmap.example https://files.example:8443
          """)
  void namesTheOriginsOfMail(String mail, String more, String expected) throws Exception {
    Settings settings =
        read("origin=https://mail.example\nmail=" + mail + "\nmail.origins=" + more);
    assertEquals(Optional.of(mail), settings.page().mail());
    assertEquals(
        expected, settings.mail().origins().stream().map(Origin::toString).collect(joining(" ")));
  }

  @Test
  void letsTheEnvironmentOverride() throws Exception {
    Path file = Files.writeString(folder.resolve("s.properties"), "key.max-bytes=5000\n");
    Settings settings =
        SettingsReader.read(
            Optional.of(file), Map.of("SIGNET_KEY_MAX_BYTES", "6000", "SIGNET_SIGN_IN", "local"));
    assertEquals(6000, settings.limits().keyBytes());
  }

  @Test
  void knowsWhichVariablesNameNothing() {
    assertEquals(
        Set.of("SIGNET_KEY_MAXBYTES"),
        SettingsReader.unknownVariables(
            Map.of("SIGNET_KEY_MAXBYTES", "1", "SIGNET_OCSP", "on", "PATH", "/bin")));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:0, 127.0.0.1:81",
    "localhost:0, localhost:81",
    "[0:0:0:0:0:0:0:1]:0, [::1]:81"
  })
  void writesTheListenAddressAsBrowsersDo(String listen, String text) throws Exception {
    assertEquals(text, read("listen=" + listen).listenText(81));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          lisen=127.0.0.1:80            | lisen
          listen=8080                   | listen
          listen=127.0.0.1:70000        | listen
          listen=0.0.0.0:8080           | origin
          listen=[::]:8080              | origin
          listen=[2001:db8::1]:8080     | origin
          origin=mail.example           | origin
          origin=https://mail.example/x | origin
          origin=ftp://mail.example     | origin
          store=jdbc:postgresql://db/x  | -
          store=jdbc:postgresql:        | store
          store=jdbc:postgresql://u:pw@db/x | store
          store=jdbc:mysql://db/x       | store
          store.connections=0           | store.connections
          store=jdbc:sqlite::memory:    | store
          store=jdbc:sqlite:a?mode=ro   | store
          store=signet.db               | store
          sign-in=oidc                  | oidc.client-id
          sign-in=proxy                 | trusted-proxies
          trusted-proxies=10.0.0.0/33   | trusted-proxies
          trusted-proxies=010.0.0.1     | trusted-proxies
          tls.certificate=a.pem         | tls.key
          tls.key=a.pem                 | tls.certificate
          frame-ancestors=*             | frame-ancestors
          log.format=xml                | log.format
          metrics.allow=all             | metrics.allow
          timeout.idle-seconds=0        | timeout.idle-seconds
          sign-in=ldap                  | sign-in
          ocsp=yes                      | ocsp
          ocsp.allow=everywhere         | ocsp.allow
          ocsp.proxy=proxy              | ocsp.proxy
          remember-passphrase=true      | remember-passphrase
          passphrase=utf-8              | passphrase
          cipher=aes-256                | cipher
          digest=sha-1                  | digest
          unlock-minutes=-1             | unlock-minutes
          unlock-minutes=five           | unlock-minutes
          smime=                        | -
          smime=1                       | smime
          key.max-bytes=0               | key.max-bytes
          key.max-per-user=0            | key.max-per-user
          session.idle-minutes=0        | session.idle-minutes
          mail=http://other.example/    | mail
          mail=//other.example/         | mail
          mail=/\\\\other.example/        | mail
          mail=jmap                     | mail
          mail=https://a@other.example/ | mail
          mail.origins=https://x.example | mail.origins
          """)
  void namesTheWrongSetting(String line, String name) throws Exception {
    if (name.equals("-")) {
      read(line);
      return;
    }
    SettingsException e = assertThrows(SettingsException.class, () -> read(line));
    assertTrue(e.getMessage().startsWith("setting " + name + ": "), e.getMessage());
  }

  @Test
  void doesNotRepeatThePasswordOfAnAddress() {
    Map<String, String> environment = Map.of("SIGNET_STORE", "jdbc:postgresql://u:geheim@db/x");
    SettingsException e =
        assertThrows(
            SettingsException.class, () -> SettingsReader.read(Optional.empty(), environment));
    assertFalse(e.getMessage().contains("geheim"), e.getMessage());
  }

  @Test
  void namesAFileThatIsMissing() {
    Path file = folder.resolve("missing.properties");
    SettingsException e =
        assertThrows(
            SettingsException.class, () -> SettingsReader.read(Optional.of(file), Map.of()));
    assertTrue(e.getMessage().contains("missing.properties"), e.getMessage());
  }

  private Settings read(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("settings.properties"), text);
    return SettingsReader.read(Optional.of(file), Map.of());
  }
}
