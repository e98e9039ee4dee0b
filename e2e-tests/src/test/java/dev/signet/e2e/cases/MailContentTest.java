package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.Accessibility;
import dev.signet.e2e.browser.Chromium;
import dev.signet.e2e.browser.MailFrame;
import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.Shadow;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.Project;
import dev.signet.e2e.world.RecordingHost;
import dev.signet.e2e.world.RecordingHost.Asked;
import dev.signet.e2e.world.World;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.TestCa;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** Pictures, links and parts of an open mail; a browser of its own, which is told a certificate. */
@DisplayName("The content of a mail")
@Order(45)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MailContentTest {
  private static final String GREEN = "verified-revocation-off";
  private static final String ADDRESS = "127.0.0.7";

  private final Stage stage = Stage.get();
  private final World world = stage.world();
  private final Person alice = world.alice();
  private final Person bob = world.bob();
  private RecordingHost host;
  private Chromium chromium;
  private ChromeDriver driver;
  private Shadow page;
  private MailFrame frame;
  private WebApp app;
  private MailPage mail;

  @BeforeAll
  void start() throws Exception {
    Path folder = Project.scratch("pictures");
    Identity site =
        TestCa.root(folder, "tls")
            .issue(
                "site",
                Leaf.ec().withPurpose("serverAuth").withKeyUsage("critical,digitalSignature"),
                "subjectAltName=IP:" + ADDRESS + "\n");
    host = RecordingHost.open(ADDRESS, site.p12("host"), "host");
    chromium =
        Chromium.start(
            Project.scratch("content-browser"),
            stage.outside(),
            "--ignore-certificate-errors-spki-list=" + publicKeyHash(site.certificate()));
    driver = chromium.driver();
    page = new Shadow(driver);
    frame = new MailFrame(driver);
    app =
        stage.withKeyOf(
            alice,
            new WebApp(chromium, "http://127.0.0.1:" + stage.toServer().port())
                .signedInAs(alice.name(), stage.password(alice)));
    // The host knows this browser, and would be told so by a request with credentials.
    driver.get(host.origin() + "/cookie");
    driver.get(host.origin() + "/known");
    assertEquals(List.of("known=1"), asked("/known").get(0).fields().get("Cookie"));
    app.load();
    mail = app.mail();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
    host.close();
  }

  @Test
  @DisplayName("pictures of unsigned mail: none before the click, then without cookie and referrer")
  void pictures() {
    String id = UUID.randomUUID().toString();
    byte[] html =
        html(
            "<p>Look</p><img src=\"%1$s/%2$s-img\"><img src=\"%3$s/%2$s-upgraded\"><p style=\"background:url(%1$s/%2$s-css)\">x</p><table background=\"%1$s/%2$s-table\"><tr><td>x</table><img crossorigin=use-credentials src=\"%1$s/%2$s-credentials\"><link rel=stylesheet href=\"%1$s/%2$s-sheet\"><style>@import '%1$s/%2$s-import';@font-face{font-family:f;src:url(%1$s/%2$s-font)}p{font-family:f}</style><iframe src=\"%1$s/%2$s-frame\"></iframe>"
                .formatted(host.origin(), id, host.origin().replace("https:", "http:")));
    String subject = add(html);
    mail.open(subject);
    mail.bar("unsigned");
    assertTrue(mail.body().contains("Look"));
    page.await("load-pictures");
    assertEquals(List.of(), asked("/" + id));

    page.click("load-pictures");
    Set<String> wanted =
        Set.of(
            "/" + id + "-img",
            "/" + id + "-upgraded",
            "/" + id + "-css",
            "/" + id + "-table",
            "/" + id + "-credentials");
    page.until("the pictures were asked for", any -> asked("/" + id).size() >= wanted.size());
    page.until(
        "a picture from another origin is drawn",
        any -> (Boolean) frame.script("return document.images[0]?.naturalWidth > 0"));
    assertEquals("/mail-frame-pictures.html", frame.script("return location.pathname"));
    for (Asked one : asked("/" + id)) {
      assertTrue(wanted.contains(one.path()), one.path());
      assertFalse(one.fields().containsKey("Cookie"), one.toString());
      assertFalse(one.fields().containsKey("Referer"), one.toString());
      assertFalse(one.fields().containsKey("Origin"), one.toString());
    }

    int before = asked("/" + id).size();
    mail.open(add(html("<p>another</p>")));
    mail.body();
    mail.open(subject);
    page.await("load-pictures");
    mail.body();
    assertEquals("/mail-frame.html", frame.script("return location.pathname"));
    assertEquals(before, asked("/" + id).size());
  }

  @Test
  @DisplayName(
      "pictures of decrypted mail: only where a cipher or a signature shows that it is whole")
  void picturesOfDecryptedMail() {
    String id = UUID.randomUUID().toString();
    byte[] html = html("<p>Look</p><img src=\"" + host.origin() + "/" + id + "\">");
    mail.open(add(Mail.encrypted(alice, html)));
    if (mail.bar().code().equals("locked")) {
      mail.clickBar();
      app.passphrase(alice.passphrase());
    }
    mail.bar("decrypted");
    page.await("pictures-note");
    assertFalse(page.has("load-pictures"));
    // A signature around what was encrypted is anybody's.
    mail.open(add(Mail.signed(bob, Mail.encrypted(alice, html))));
    mail.bar("decrypted");
    page.await("pictures-note");
    assertFalse(page.has("load-pictures"));
    // What is attached to such a mail is as doubtful.
    mail.open(add(Mail.encrypted(alice, attached(html))));
    mail.bar("decrypted");
    page.click("open-part");
    page.until("two bars", any -> page.shown("status-bar").size() == 2);
    page.await("pictures-note");
    assertFalse(page.has("load-pictures"));

    mail.open(add(Mail.signedAndEncrypted(bob, alice, html)));
    mail.bar(GREEN);
    page.await("load-pictures");
    mail.open(add(Mail.signed(bob, html)));
    mail.bar(GREEN);
    page.await("load-pictures");
    assertEquals(List.of(), asked("/" + id));
  }

  @Test
  @DisplayName("links: the true address is shown, and one that looks like another is asked about")
  void links() {
    String target = host.origin() + "/" + UUID.randomUUID();
    mail.open(
        add(
            html(
                "<a class=a href=\"%1$s-a\" title=\"https://bank.example/\">Read on</a> <a class=b href=\"%1$s-b\">https://bank.example/</a>"
                    .formatted(target))));
    mail.body();
    frame.inside(
        () -> {
          new Actions(driver).moveToElement(driver.findElement(By.className("a"))).perform();
          assertEquals(
              target + "-a", driver.findElement(By.className("a")).getDomAttribute("title"));
          return null;
        });
    page.until("the address is shown", any -> page.text("link-address").equals(target + "-a"));

    click("a");
    assertEquals(List.of(target + "-a"), newWindow());
    String path = target.substring(host.origin().length()) + "-a";
    Asked asked =
        page.until("it was asked for", any -> asked(path).stream().findFirst().orElse(null));
    assertFalse(asked.fields().containsKey("Referer"), asked.toString());

    click("b");
    page.await("link-question");
    assertEquals(List.of(), Accessibility.findings(driver));
    assertEquals(target + "-b", page.text("link-target"));
    page.click("link-cancel");
    page.awaitGone("link-question");
    assertEquals(1, driver.getWindowHandles().size());
    click("b");
    page.click("link-open");
    assertEquals(List.of(target + "-b"), newWindow());
  }

  @Test
  @DisplayName("links in plain text, by keyboard; one to a mailbox begins a mail")
  void linksInText() {
    mail.open(add(Mail.text("See www.example.org, or write to", "> carol@example.org")));
    page.await("mail-body");
    mail.body();
    driver.executeScript(
        "arguments[0].querySelector('a[href^=mailto]').focus()", page.await("mail-body"));
    page.until(
        "the address is shown",
        any -> page.text("link-address").equals("mailto:carol@example.org"));
    driver.executeScript(
        "arguments[0].querySelector('a[href^=mailto]').click()", page.await("mail-body"));
    page.await("compose-to");
    app.mail();
  }

  @Test
  @DisplayName(
      "a signed part within a larger body: apart, and opened in place with a bar of its own")
  void parts() {
    byte[] body =
        mixed(
            "Content-Type: text/plain\r\n\r\nbefore\r\n",
            text(Mail.signed(bob, Mail.text("signed words"))),
            "Content-Type: text/plain\r\n\r\nThe list's footer\r\n");
    mail.open(add(body));
    mail.bar("unsigned");
    page.await("around-parts");
    assertTrue(mail.body().contains("The list's footer"));
    assertFalse(mail.body().contains("signed words"));
    page.click("open-part");
    page.until(
        "the part is green",
        any ->
            page.shown("status-bar").size() == 2
                && GREEN.equals(page.shown("status-bar").get(1).getDomAttribute("data-code")));
    assertEquals("unsigned", mail.bar().code());
    page.until("its text", any -> page.text("part").contains("signed words"));
    page.click("part-close");
    page.awaitGone("part");
  }

  private void click(String name) {
    frame.inside(
        () -> {
          driver.findElement(By.className(name)).click();
          return null;
        });
  }

  /** The addresses of the windows that were opened; they have no opener, and are closed. */
  private List<String> newWindow() {
    String own = driver.getWindowHandle();
    page.until("a new window", any -> driver.getWindowHandles().size() > 1);
    List<String> found = new ArrayList<>();
    for (String window : driver.getWindowHandles()) {
      if (!window.equals(own)) {
        driver.switchTo().window(window);
        page.until("its page", any -> driver.getCurrentUrl().startsWith("https:"));
        found.add(driver.getCurrentUrl());
        assertEquals(true, driver.executeScript("return window.opener === null"));
        driver.close();
      }
    }
    driver.switchTo().window(own);
    return found;
  }

  private List<Asked> asked(String start) {
    return host.asked().stream().filter(one -> one.path().startsWith(start)).toList();
  }

  private String add(byte[] entity) {
    String subject = "Mail " + UUID.randomUUID();
    mail.add(world.file("content.eml", Mail.message(bob, alice, subject, entity)));
    return subject;
  }

  private byte[] attached(byte[] html) {
    return mixed(
        "Content-Type: text/plain\r\n\r\nSee the attached message.\r\n",
        "Content-Type: message/rfc822\r\n\r\n" + text(Mail.message(bob, alice, "attached", html)));
  }

  private static byte[] mixed(String... parts) {
    StringBuilder all = new StringBuilder("Content-Type: multipart/mixed; boundary=mixed\r\n\r\n");
    for (String part : parts) {
      // OpenSSL puts MIME-Version first, which is no field of a part, and does no harm.
      all.append("--mixed\r\n").append(part).append("\r\n");
    }
    return all.append("--mixed--\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] html(String body) {
    return ("Content-Type: text/html; charset=utf-8\r\n\r\n" + body + "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String publicKeyHash(Path certificate) throws Exception {
    byte[] key =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(certificate)))
            .getPublicKey()
            .getEncoded();
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
  }
}
