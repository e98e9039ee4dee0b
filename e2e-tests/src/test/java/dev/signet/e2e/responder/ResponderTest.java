package dev.signet.e2e.responder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.cases.Mail;
import dev.signet.e2e.browser.Reply;
import dev.signet.e2e.browser.SdkEngine;
import dev.signet.e2e.browser.SdkPage;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.OpenSslResponder;
import dev.signet.e2e.world.Project;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OcspResponder;
import dev.signet.testing.TestCa;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What real responders say, asked by the SDK in Chromium")
@Order(21)
final class ResponderTest {
  /** How long the SDK waits for one answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String ALICE = "alice@example.org";

  private final Stage stage = Stage.get();
  private final Path folder = Project.scratch("responders");
  private final OcspRelay relay = new OcspRelay();
  private final List<AutoCloseable> responders = new ArrayList<>();

  private TestCa root;
  private TestCa authority;
  private OpenSslResponder ofRoot;
  private OpenSslResponder ofAuthority;
  private SdkEngine engine;

  @BeforeAll
  void open() {
    stage.answering("/ocsp", relay);
    root = TestCa.root(folder, "root");
    ofRoot = closing(OpenSslResponder.of(root));
    root.answeredBy(ofRoot.address());
    authority = root.authority("authority");
    ofAuthority = closing(OpenSslResponder.of(authority));
    ofRoot.look();
  }

  @BeforeEach
  void create() {
    engine = engine(Map.of("proxy", "/ocsp"));
    relay.forget();
  }

  @AfterEach
  void nothingBroken() {
    assertEquals(List.of(), stage.console().policyViolations());
    assertEquals(List.of(), stage.console().errors());
  }

  @AfterAll
  void close() throws Exception {
    for (AutoCloseable each : responders) {
      each.close();
    }
  }

  private <T extends AutoCloseable> T closing(T responder) {
    responders.add(responder);
    return responder;
  }

  private SdkEngine engine(Object ocsp) {
    Map<String, Object> options = new HashMap<>();
    options.put("ocsp", ocsp);
    options.put("trustAnchors", List.of(SdkPage.bytes(root.certificateDer())));
    return stage.sdk().create(options);
  }

  /** A leaf for Alice that names this responder. */
  private Identity alice(String name, String responder) {
    authority.answeredBy(responder);
    Identity alice = authority.issue(name, Leaf.ec(ALICE));
    ofAuthority.look();
    return alice;
  }

  private Identity alice(String name) {
    return alice(name, ofAuthority.address());
  }

  private static byte[] mail(Identity signer, TestCa issuer) {
    return Mail.fromAlice().signedBy(signer, "-certfile", issuer.certificate().toString());
  }

  private byte[] mail(Identity signer) {
    return mail(signer, authority);
  }

  private JsonNode verdict(String code, String colour, byte[] mail, long at) {
    Reply reply = engine.call("open", SdkPage.bytes(mail), Map.of("at", SdkPage.at(at)));
    JsonNode report = reply.result();
    JsonNode signer = report.at("/signature/signers/0");
    assertEquals(code, report.at("/status/code").asText(), () -> signer.toPrettyString());
    assertEquals(colour, report.at("/status/colour").asText());
    return signer;
  }

  private JsonNode verdict(String code, String colour, byte[] mail) {
    return verdict(code, colour, mail, System.currentTimeMillis());
  }

  /** The leaf's responder was asked, and what came of it is no reason to trust the leaf. */
  private void unknown(Identity signer, String responder) {
    JsonNode report = verdict("revocation-unknown", "orange", mail(signer));
    assertEquals("unknown", report.at("/certificate/revocation").asText());
    assertTrue(relay.asked().contains(responder), relay.asked()::toString);
  }

  private static List<String> sorted(List<String> texts) {
    List<String> sorted = new ArrayList<>(texts);
    Collections.sort(sorted);
    return sorted;
  }

  @Test
  @DisplayName("good, by the authorities themselves: green, and each is asked once")
  void good() {
    JsonNode report = verdict("verified", "green", mail(alice("good")));
    assertEquals("good", report.at("/certificate/revocation").asText());
    assertEquals(sorted(List.of(ofRoot.address(), ofAuthority.address())), sorted(relay.asked()));
  }

  @Test
  @DisplayName("good, through a transport of the page's own: green")
  void ownTransport() {
    Identity signer = alice("own-transport");
    engine = engine(Map.of("$transport", "/ocsp"));
    verdict("verified", "green", mail(signer));
    assertEquals(2, relay.asked().size());
  }

  @Test
  @DisplayName("good, by a delegate with OCSPSigning: green")
  void delegate() {
    Identity signer = authority.issue("delegate", OcspResponder.delegate(), "noCheck=ignored\n");
    OpenSslResponder delegate = closing(OpenSslResponder.of(authority, signer));
    Identity alice = alice("by-delegate", delegate.address());
    delegate.look();
    verdict("verified", "green", mail(alice));
  }

  @Test
  @DisplayName("revoked: red, and so it stays for what was signed before the revocation")
  void revoked() {
    Identity signer = alice("revoked");
    byte[] before = mail(signer);
    authority.revoke(signer.certificate(), "keyCompromise");
    ofAuthority.look();
    for (byte[] each : List.of(before, mail(signer))) {
      JsonNode report = verdict("revoked", "red", each);
      assertEquals("revoked", report.at("/certificate/revocation").asText());
      long revokedAt = report.at("/certificate/revokedAt").asLong();
      assertTrue(Math.abs(System.currentTimeMillis() - revokedAt) < 3_600_000, "" + revokedAt);
    }
  }

  @Test
  @DisplayName("an intermediate that was revoked: red, although its own answer on the leaf is good")
  void revokedIntermediate() {
    TestCa withdrawn = root.authority("withdrawn");
    OpenSslResponder responder = closing(OpenSslResponder.of(withdrawn));
    withdrawn.answeredBy(responder.address());
    Identity signer = withdrawn.issue("of-withdrawn", Leaf.ec(ALICE));
    responder.look();
    root.revoke(withdrawn.certificate(), "cessationOfOperation");
    ofRoot.look();
    JsonNode report = verdict("revoked", "red", mail(signer, withdrawn));
    assertEquals("revoked", report.at("/certificate/revocation").asText());
  }

  @Test
  @DisplayName("unknown: orange")
  void notKnown() {
    String address = closing(OpenSslResponder.knowingNothing(authority)).address();
    unknown(alice("not-known", address), address);
  }

  @Test
  @DisplayName("an answer that is over: orange")
  void expired() {
    byte[] mail = mail(alice("over"));
    long later = System.currentTimeMillis() + Duration.ofHours(3).toMillis();
    verdict("revocation-unknown", "orange", mail, later);
    assertTrue(relay.asked().contains(ofAuthority.address()));
  }

  @Test
  @DisplayName("an answer signed by somebody whom the authority has not made its delegate: orange")
  void wrongDelegate() {
    Identity plain = authority.issue("plain", Leaf.rsa("ocsp@example.org"));
    String address = closing(OpenSslResponder.of(authority, plain)).address();
    unknown(alice("by-plain", address), address);
    TestCa other = TestCa.root(folder, "other");
    Identity stranger = other.issue("stranger", OcspResponder.delegate());
    String others = closing(OpenSslResponder.of(authority, stranger)).address();
    unknown(alice("by-stranger", others), others);
  }

  @Test
  @DisplayName("nobody at the port: orange")
  void closedPort() {
    String address = FailingResponder.closed().address();
    unknown(alice("closed", address), address);
  }

  @Test
  @DisplayName("no word: orange, when the SDK's patience is at its end")
  void silent() {
    String address = closing(FailingResponder.silent()).address();
    byte[] mail = mail(alice("silent", address));
    long started = System.nanoTime();
    verdict("revocation-unknown", "orange", mail);
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    assertTrue(took.compareTo(PATIENCE) >= 0, took::toString);
    assertTrue(took.compareTo(PATIENCE.multipliedBy(2)) < 0, took::toString);
    verdict("verified", "green", mail(alice("after-silence")));
  }

  @Test
  @DisplayName("a page in place of an answer: orange, whatever it calls itself")
  void html() {
    for (String type : List.of("text/html", "application/ocsp-response")) {
      String address = closing(FailingResponder.html(type)).address();
      unknown(alice("html-" + type.length(), address), address);
    }
  }

  @Test
  @DisplayName("nobody is asked for a mail whose signature is wrong, nor without a valid path")
  void nothingAsked() {
    byte[] tampered = Mail.changed(mail(alice("tampered")), "K\u00f6ln", "B\u00f6hn");
    verdict("tampered", "red", tampered);
    TestCa unknown = TestCa.root(folder, "unknown").answeredBy(ofRoot.address());
    verdict("untrusted", "red", mail(unknown.issue("untrusted", Leaf.ec(ALICE)), unknown));
    assertEquals(List.of(), relay.asked());
  }

  @Test
  @DisplayName("nobody is asked for the next mail of the same signer")
  void remembered() {
    Identity signer = alice("twice");
    verdict("verified", "green", mail(signer));
    relay.forget();
    JsonNode again = verdict("verified", "green", mail(signer));
    assertEquals("good", again.at("/certificate/revocation").asText());
    assertEquals(List.of(), relay.asked());
  }
}
