package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.BrowserConsole;
import dev.signet.e2e.browser.Chromium;
import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.Project;
import dev.signet.e2e.world.ServerProcess;
import dev.signet.e2e.world.World;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;

/** The jar by itself, with a certificate of its own and nothing before it. */
@DisplayName("Over https")
@Order(70)
final class HttpsTest {
  private static final String ADDRESS = "127.0.0.8";

  private final Stage stage = Stage.get();
  private final World world = stage.world();
  private final Path folder = Project.scratch("https");

  @Test
  @DisplayName("the WebApp opens mail over HTTP/2, under a cookie that is this host's alone")
  void webApp() throws Exception {
    Identity site =
        TestCa.root(folder, "tls")
            .issue(
                "site",
                Leaf.ec().withPurpose("serverAuth").withKeyUsage("critical,digitalSignature"),
                "subjectAltName=IP:" + ADDRESS + "\n");
    String password = world.password();
    int port = freePort();
    String origin = "https://" + ADDRESS + ":" + port;
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("listen", ADDRESS + ":" + port);
    settings.put("origin", origin);
    settings.put("store", "jdbc:sqlite:" + folder.resolve("signet.db"));
    settings.put("ocsp", "off");
    settings.put("trust-anchors", world.authority().certificate().toString());
    settings.put("tls.certificate", site.certificate().toString());
    settings.put("tls.key", site.key().toString());
    ServerProcess server = ServerProcess.prepare(folder, settings);
    server.addUser("alice", password);
    try (server;
        Chromium chromium =
            Chromium.start(
                Project.scratch("https-browser"),
                stage.outside(),
                "--ignore-certificate-errors-spki-list=" + publicKeyHash(site.certificate()))) {
      server.start();
      BrowserConsole console = new BrowserConsole(chromium.driver());
      WebApp app = new WebApp(chromium, origin).signedInAs("alice", password);
      assertHttp2(chromium.driver());
      assertCookies(chromium.driver());
      readMail(app);
      assertEquals(List.of(), console.policyViolations());
      assertEquals(List.of(), console.errors());
      app.signOut();
      assertNull(chromium.driver().manage().getCookieNamed("__Host-signet-session"));
    }
  }

  private static void assertHttp2(ChromeDriver driver) {
    Object protocol =
        driver.executeScript(
            "return performance.getEntriesByType('navigation')[0].nextHopProtocol");
    assertEquals("h2", protocol);
    assertEquals(true, driver.executeScript("return isSecureContext && crossOriginIsolated"));
  }

  /** The session's, and the one that tells the limit on guessing that this browser is known. */
  private static void assertCookies(ChromeDriver driver) {
    Set<Cookie> cookies = driver.manage().getCookies();
    assertEquals(
        Set.of("__Host-signet-session", "__Host-signet-device"),
        cookies.stream().map(Cookie::getName).collect(Collectors.toSet()));
    for (Cookie cookie : cookies) {
      assertTrue(cookie.isSecure());
      assertTrue(cookie.isHttpOnly());
      assertEquals("Strict", cookie.getSameSite());
    }
  }

  /** The worker, both ways of the engine into keys, and the frame in which mail is shown. */
  private void readMail(WebApp app) {
    Person alice = world.alice();
    Person bob = world.bob();
    SettingsPage settings = app.settings();
    settings.importP12(world.file("https.p12", alice.p12()), alice.passphrase());
    settings.awaitKeys(1);
    String marker = world.marker("a mail that is read over https");
    byte[] html =
        Mail.crlf(
            ("Content-Type: text/html\n\n<p>" + marker + "</p>\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    MailPage mail = app.mail();
    mail.add(
        world.file(
            "https.eml",
            Mail.message(bob, alice, "Over https", Mail.signedAndEncrypted(bob, alice, html))));
    mail.open("Over https");
    mail.bar("locked");
    mail.clickBar();
    app.passphrase(alice.passphrase());
    assertEquals("green", mail.bar("verified-revocation-off").colour());
    assertTrue(mail.body().contains(marker));
  }

  /** The origin has to be set before the server listens. */
  private static int freePort() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
      return door.getLocalPort();
    }
  }

  private static String publicKeyHash(Path certificate)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(certificate)) {
      Certificate read = CertificateFactory.getInstance("X.509").generateCertificate(in);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(read.getPublicKey().getEncoded());
      return Base64.getEncoder().encodeToString(hash);
    }
  }
}
