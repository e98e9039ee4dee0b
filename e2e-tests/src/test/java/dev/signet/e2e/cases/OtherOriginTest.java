package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.BrowserConsole;
import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.mailserver.Cyrus;
import dev.signet.e2e.mailserver.MailServer;
import dev.signet.e2e.mailserver.ReverseProxy;
import dev.signet.e2e.stage.Site;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.Project;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("A mail server at another origin")
@Order(63)
final class OtherOriginTest {
  private final Stage stage = Stage.get();
  private final Person alice = stage.world().alice();
  private final Person bob = stage.world().bob();

  @Test
  @DisplayName("that allows this site is read from and sent by; one that does not is not reached")
  void cors() {
    try (MailServer server =
        MailServer.of(Cyrus.inNewFolder())
            .account(alice.address(), stage.world().password())
            .account(bob.address(), stage.world().password())
            .start()) {
      AtomicReference<ReverseProxy> proxy = new AtomicReference<>();
      Site allowed =
          site(
              "mail-at-another-origin",
              pages -> {
                int jmap = server.cyrus().httpPort();
                proxy.set(ReverseProxy.startForPagesOf(pages, Project.scratch("cors"), jmap));
                return proxy.get().port();
              });
      server.deliver(
          bob.address(),
          alice.address(),
          Mail.message(bob, alice, "From afar", Mail.signed(bob, Mail.text("Over an origin"))));
      WebApp app =
          signedIn(allowed).signedInToMail(alice.address(), server.password(alice.address()));
      MailPage mailbox = app.mail();
      mailbox.awaitCount(1);
      mailbox.open("From afar");
      assertEquals("green", mailbox.bar("verified-revocation-off").colour());
      assertTrue(mailbox.body().contains("Over an origin"));
      app.compose().write(bob.address(), "There and back", "Sent to another origin");
      app.page().click("compose-send");
      app.page().await("compose-sent");
      String sent =
          new String(server.submission().submitted().get(0).message(), StandardCharsets.ISO_8859_1);
      assertTrue(sent.contains("Sent to another origin"), sent);
      app.signOut();

      BrowserConsole console = stage.console();
      var before = console.read();
      Site forbidden = site("mail-that-forbids", pages -> proxy.get().port());
      WebApp refused = signedIn(forbidden);
      refused.page().click("nav-mail");
      assertEquals(
          "mail-network", refused.page().await("mail-failed").getDomAttribute("data-code"));
      // A page that is left asks no more; this one would find nobody in a moment.
      stage.chromium().driver().get("about:blank");
      assertTrue(console.refusedByOrigin(before) > 0);
      proxy.get().close();
    }
  }

  private Site site(String name, ToIntFunction<String> port) {
    return stage
        .site(
            name,
            pages ->
                Map.of(
                    "ocsp",
                    "off",
                    "mail",
                    "http://127.0.0.1:" + port.applyAsInt(pages) + "/jmap/",
                    "trust-anchors",
                    stage.world().authority().certificate().toString()))
        .user(alice.name(), stage.password(alice))
        .start();
  }

  private WebApp signedIn(Site site) {
    return site.app(stage.chromium()).signedInAs(alice.name(), stage.password(alice));
  }
}
