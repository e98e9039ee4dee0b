package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.mailserver.Cyrus;
import dev.signet.e2e.mailserver.JmapClient;
import dev.signet.e2e.mailserver.MailServer;
import dev.signet.e2e.stage.Site;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.Person;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
  @DisplayName("that allows this site is read from, searched and sent by, without a cookie")
  void allowed() {
    try (MailServer server =
            MailServer.of(Cyrus.inNewFolder().allowing("http://127.0.0.*"))
                .account(alice.address(), stage.world().password())
                .start();
        Site site = site("mail-at-another-origin", server)) {
      server.deliver(
          bob.address(),
          alice.address(),
          Mail.message(bob, alice, "From afar", Mail.signed(bob, Mail.text("Over an origin"))));
      MailPage mailbox = signedIn(site, server).mail();
      mailbox.awaitCount(1);
      mailbox.open("From afar");
      assertEquals("green", mailbox.bar("verified-revocation-off").colour());
      assertTrue(mailbox.body().contains("Over an origin"));

      WebApp app = site.app(stage.chromium());
      app.compose().write(bob.address(), "There and back", "Sent to another origin");
      app.page().click("compose-send");
      app.page().await("compose-sent");
      String sent =
          new String(
              server.submission().submitted().get(0).message(), StandardCharsets.ISO_8859_1);
      assertTrue(sent.contains("Sent to another origin"), sent);
      JmapClient own = new JmapClient(session(server), alice.address(), password(server));
      assertEquals(1, own.mails("sent", "subject").size());
    }
  }

  @Test
  @DisplayName("that does not allow this site is not reached, and the page says so")
  void forbidden() {
    try (MailServer server =
            MailServer.of(Cyrus.inNewFolder())
                .account(alice.address(), stage.world().password())
                .start();
        Site site = site("mail-that-forbids", server)) {
      WebApp app = site.app(stage.chromium()).signedInAs(alice.name(), stage.password(alice));
      app.page().click("nav-mail");
      app.page().await("mail-connection");
    }
  }

  private static URI session(MailServer server) {
    return URI.create("http://127.0.0.1:" + server.cyrus().httpPort() + "/jmap/");
  }

  private String password(MailServer server) {
    return server.password(alice.address());
  }

  private Site site(String name, MailServer server) {
    return stage
        .site(
            name,
            Map.of(
                "ocsp",
                "off",
                "mail",
                session(server).toString(),
                "trust-anchors",
                stage.world().authority().certificate().toString()))
        .user(alice.name(), stage.password(alice))
        .start();
  }

  private WebApp signedIn(Site site, MailServer server) {
    return site.app(stage.chromium())
        .signedInAs(alice.name(), stage.password(alice))
        .signedInToMail(alice.address(), password(server));
  }
}
