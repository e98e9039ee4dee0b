package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.browser.MailPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Site;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Mail;
import dev.signet.e2e.world.OpenSslResponder;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.Project;
import dev.signet.e2e.world.World;
import dev.signet.testing.Leaf;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The WebApp, the server's own relay, and {@code openssl ocsp} behind it. */
@DisplayName("Revocation, asked through the server's relay")
@Order(45)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RelayTest {
  private final Stage stage = Stage.get();
  private final World world = stage.world();
  private final TestCa authority = TestCa.root(Project.scratch("relay"), "relayed");
  private final OpenSslResponder responder = OpenSslResponder.of(authority);
  private final String password = world.password();

  private Site site;
  private WebApp app;
  private MailPage mail;

  @BeforeAll
  void start() {
    site =
        stage
            .site(
                "relaying",
                Map.of(
                    "ocsp",
                    "on",
                    "ocsp.allow",
                    "127.0.0.1/32:" + responder.port(),
                    "trust-anchors",
                    authority.certificate().toString()))
            .user("alice", password)
            .start();
  }

  @AfterAll
  void stop() {
    responder.close();
  }

  @BeforeEach
  void mailbox() {
    app = site.app(stage.chromium()).signedInAs("alice", password);
    mail = app.mail();
  }

  @Test
  @DisplayName("good: green, and said to be good")
  void good() {
    opened(signedBy(signer(responder.address())), "verified", "green");
    app.page().click("status-bar");
    assertEquals("good", app.page().await("revocation").getDomAttribute("data-revocation"));
    app.page().click("status-details-close");
    assertTrue(
        site.sent().stream()
            .anyMatch(
                bytes ->
                    new String(bytes, StandardCharsets.US_ASCII)
                        .contains("POST /api/ocsp?responder=http")),
        "the page did not ask the server");
  }

  @Test
  @DisplayName("no responder: orange; when it is back: green")
  void away() {
    String first = signedBy(signer(responder.address()));
    String second = signedBy(signer(responder.address()));
    responder.close();
    try {
      opened(first, "revocation-unknown", "orange");
    } finally {
      responder.again();
    }
    opened(second, "verified", "green");
    opened(first, "verified", "green");
  }

  @Test
  @DisplayName("revoked: red")
  void revoked() {
    Person signer = signer(responder.address());
    String subject = signedBy(signer);
    authority.revoke(signer.identity().certificate(), "keyCompromise");
    responder.look();
    opened(subject, "revoked", "red");
    opened(signedBy(signer(responder.address())), "verified", "green");
  }

  @Test
  @DisplayName(
      "an address that a certificate names and nobody has allowed: orange, and not gone to")
  void notAllowed() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + door.getLocalPort() + "/";
      opened(signedBy(signer(address)), "revocation-unknown", "orange");
      door.setSoTimeout(1);
      assertThrows(SocketTimeoutException.class, door::accept);
    }
  }

  @Test
  @DisplayName("a session that has ended: orange, and green by itself after signing in again")
  void sessionEnded() {
    String subject = signedBy(signer(responder.address()));
    app.loseSession();
    mail.open(subject);
    app.page().await("session-ended");
    mail.bar("revocation-unknown");
    app.signInAgain(password);
    assertEquals("green", mail.bar("verified").colour());
  }

  private Person signer(String address) {
    authority.answeredBy(address);
    String name = "signer-" + UUID.randomUUID();
    Person signer = world.person(name, World.BOB, authority, Leaf.ec(World.BOB), "EC");
    responder.look();
    return signer;
  }

  /** Adds a mail by this signer. */
  private String signedBy(Person signer) {
    String subject = "Mail " + UUID.randomUUID();
    byte[] entity = Mail.text("Hello Alice,", "", world.marker("a mail to be judged"), "", "Bob");
    byte[] message = Mail.message(signer, world.alice(), subject, Mail.signed(signer, entity));
    mail.add(world.file("relay.eml", message));
    return subject;
  }

  private void opened(String subject, String code, String colour) {
    mail.open(subject);
    assertEquals(colour, mail.bar(code).colour());
  }
}
