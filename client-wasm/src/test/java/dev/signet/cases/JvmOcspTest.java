package dev.signet.cases;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.Judged;
import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OcspResponder;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("On the JVM: opening a signed message and asking a responder")
class JvmOcspTest {
  private static final String ADDRESS = "http://ocsp.example.org/leaf";

  private final World world = World.get();
  private final List<String> asked = new ArrayList<>();
  private TestCa ca;
  private Identity alice;
  private byte[] mail;
  private OcspResponder responder;

  @BeforeAll
  void issue() {
    ca = TestCa.root(world.folder(), "Answered").answeredBy(ADDRESS);
    alice = ca.issue("answered", Leaf.rsa("alice@example.org"));
    mail = Mail.fromAlice().signedBy(alice, "-binary");
    responder = OcspResponder.of(ca);
  }

  @BeforeEach
  void forget() {
    asked.clear();
  }

  private JvmEngine engine(UnaryOperator<byte[]> answers) {
    return new JvmEngine(
        List.of(ca.certificateDer()),
        false,
        (address, request) -> {
          asked.add(address);
          return answers.apply(request);
        });
  }

  private void verdict(String code, String colour, UnaryOperator<byte[]> answers) {
    try (JvmEngine engine = engine(answers)) {
      MessageCases.verdict(code, colour, engine.open(mail));
    }
  }

  private void unknown(UnaryOperator<byte[]> answers) {
    verdict("revocation-unknown", "orange", answers);
    assertTrue(!asked.isEmpty());
  }

  @Test
  @DisplayName("is green when the issuer says good, and asks once")
  void good() {
    verdict("verified", "green", responder::answer);
    assertEquals(List.of(ADDRESS), asked);
  }

  @Test
  @DisplayName("is green when the issuer's delegate says good")
  void delegate() {
    Identity delegate = ca.issue("delegate", OcspResponder.delegate(), "noCheck=ignored\n");
    verdict("verified", "green", responder.signedBy(delegate)::answer);
  }

  @Test
  @DisplayName("asks nobody for the next message of the same signer")
  void cached() {
    try (JvmEngine engine = engine(responder::answer)) {
      MessageCases.verdict("verified", "green", engine.open(mail));
      Opened again = engine.open(Mail.fromAlice().signedBy(alice, "-md", "sha512"));
      MessageCases.verdict("verified", "green", again);
      assertEquals(
          "good", again.report().at("/signature/signers/0/certificate/revocation").asText());
      assertEquals(1, asked.size());
      long later = System.currentTimeMillis() + Duration.ofMinutes(61).toMillis();
      engine.open(mail, later);
      assertTrue(asked.size() > 1, "an answer that has ended is asked for again");
    }
  }

  @Test
  @DisplayName("is red when the certificate was revoked, whenever it signed")
  void revoked() {
    Identity mallory = ca.issue("revoked", Leaf.rsa("alice@example.org"));
    byte[] before = Mail.fromAlice().signedBy(mallory);
    for (String reason : List.of("keyCompromise", "superseded", "certificateHold")) {
      Identity each = ca.issue("revoked-" + reason, Leaf.rsa("alice@example.org"));
      ca.revoke(each.certificate(), reason);
      try (JvmEngine engine = engine(responder::answer)) {
        MessageCases.verdict("revoked", "red", engine.open(Mail.fromAlice().signedBy(each)));
      }
    }
    ca.revoke(mallory.certificate(), "keyCompromise");
    forget();
    try (JvmEngine engine = engine(responder::answer)) {
      Opened opened = MessageCases.verdict("revoked", "red", engine.open(before));
      assertEquals(
          "revoked", opened.report().at("/signature/signers/0/certificate/revocation").asText());
      MessageCases.verdict("revoked", "red", engine.open(before));
      assertEquals(1, asked.size(), "that it is revoked is remembered too");
    }
  }

  @Test
  @DisplayName("is red when the answer says good and a list that was handed in says revoked")
  void listedAsRevoked() {
    Identity listed = ca.issue("listed", Leaf.rsa("alice@example.org"));
    byte[] signed = Mail.fromAlice().signedBy(listed);
    List<byte[]> answers = new ArrayList<>();
    UnaryOperator<byte[]> keeping =
        request -> {
          answers.add(responder.answer(request));
          return answers.get(0);
        };
    try (JvmEngine engine = engine(keeping)) {
      MessageCases.verdict("verified", "green", engine.open(signed));
    }
    ca.revoke(listed.certificate(), "keyCompromise");
    byte[] list =
        OpenSsl.run(world.folder(), "ca", "-config", "Answered.cnf", "-gencrl", "-crldays", "1");
    asked.clear();
    try (JvmEngine engine = engine(responder::answer)) {
      long now = System.currentTimeMillis();
      Judged brought = new Judged(now, List.of(), null, List.of(), answers);
      MessageCases.verdict("verified", "green", engine.open(signed, brought, List.of()));
      Judged both = new Judged(now, List.of(), null, List.of(list), answers);
      MessageCases.verdict("revoked", "red", engine.open(signed, both, List.of()));
      assertEquals(List.of(), asked, "what is at hand is enough");
    }
  }

  @Test
  @DisplayName("asks for every certificate but the anchor, each of its own responder")
  void intermediates() {
    TestCa root = TestCa.root(world.folder(), "Top").answeredBy("http://ocsp.example.org/top");
    TestCa below = root.authority("Middle").answeredBy("http://ocsp.example.org/middle");
    Identity signer = below.issue("deep", Leaf.rsa("alice@example.org"));
    byte[] signed = Mail.fromAlice().signedBy(signer, "-certfile", below.chain().toString());
    OcspResponder top = OcspResponder.of(root);
    OcspResponder middle = OcspResponder.of(below);
    BiFunction<String, byte[], byte[]> both =
        (address, request) -> {
          asked.add(address.substring(address.lastIndexOf('/')));
          return (address.endsWith("/top") ? top : middle).answer(request);
        };
    List<byte[]> anchors = List.of(root.certificateDer());
    try (JvmEngine engine = new JvmEngine(anchors, false, both)) {
      MessageCases.verdict("verified", "green", engine.open(signed));
      assertEquals(List.of("/middle", "/top"), asked);
      MessageCases.verdict("verified", "green", engine.open(signed));
      assertEquals(2, asked.size(), "both are remembered");
    }
    try (JvmEngine engine =
        new JvmEngine(
            anchors,
            false,
            (address, request) -> address.endsWith("/top") ? null : middle.answer(request))) {
      MessageCases.verdict("revocation-unknown", "orange", engine.open(signed));
    }
    root.revoke(below.certificate(), "CACompromise");
    try (JvmEngine engine = new JvmEngine(anchors, false, both)) {
      MessageCases.verdict("revoked", "red", engine.open(signed));
    }
  }

  @Test
  @DisplayName("is orange when the responder does not know the certificate, asked by two names")
  void notKnown() {
    TestCa twin = TestCa.root(world.folder(), "Empty").answeredBy(ADDRESS);
    OcspResponder knowsNobody = OcspResponder.of(twin);
    unknown(knowsNobody::answer);
    assertEquals(2, asked.size());
  }

  @Test
  @DisplayName("is orange when there is no answer, none in OCSP, or too long a one")
  void noAnswer() {
    unknown(request -> null);
    assertEquals(1, asked.size());
    unknown(request -> "<html><body>Please log in</body></html>".getBytes(US_ASCII));
    unknown(request -> new byte[0]);
    unknown(request -> request);
    unknown(request -> new byte[1 << 20]);
    unknown(request -> new byte[] {0x30, 3, 0x0a, 1, 6});
    unknown(
        request -> {
          throw new IllegalStateException();
        });
  }

  @Test
  @DisplayName("is orange when somebody else has signed the answer, or nobody has")
  void wrongSigner() {
    unknown(responder.signedBy(ca.issue("plain", Leaf.rsa("ocsp@example.org")))::answer);
    unknown(responder.signedBy(alice)::answer);
    TestCa other = TestCa.root(world.folder(), "Else");
    unknown(responder.signedBy(other.issue("theirs", OcspResponder.delegate()))::answer);
    unknown(responder.with("-nmin", "60", "-badsig")::answer);
  }

  @Test
  @DisplayName("is orange when the answer is over, or to another question")
  void staleOrReplayed() {
    byte[][] first = new byte[1][];
    verdict(
        "verified",
        "green",
        request -> {
          first[0] = responder.answer(request);
          return first[0];
        });
    unknown(request -> first[0]);
    long later = System.currentTimeMillis() + Duration.ofHours(3).toMillis();
    try (JvmEngine engine = engine(responder::answer)) {
      MessageCases.verdict("revocation-unknown", "orange", engine.open(mail, later));
    }
  }

  @Test
  @DisplayName("asks nobody unless signature value and path are valid")
  void asksNobody() {
    try (JvmEngine engine = engine(responder::answer)) {
      byte[] tampered = Mail.changed(mail, "K\u00f6ln", "B\u00f6hn");
      MessageCases.verdict("tampered", "red", engine.open(tampered));
      TestCa stranger = TestCa.root(world.folder(), "Stranger").answeredBy(ADDRESS);
      Identity untrusted = stranger.issue("untrusted", Leaf.rsa("alice@example.org"));
      MessageCases.verdict("untrusted", "red", engine.open(Mail.fromAlice().signedBy(untrusted)));
      Identity server = ca.issue("web", Leaf.rsa("alice@example.org").withPurpose("serverAuth"));
      MessageCases.verdict("wrong-purpose", "red", engine.open(Mail.fromAlice().signedBy(server)));
    }
    try (JvmEngine off =
        new JvmEngine(
            List.of(ca.certificateDer()),
            true,
            (address, request) -> {
              asked.add(address);
              return responder.answer(request);
            })) {
      MessageCases.verdict("verified-revocation-off", "green", off.open(mail));
    }
    assertEquals(List.of(), asked);
  }

  @Test
  @DisplayName("is orange when the certificate names no responder that can be asked")
  void noResponder() {
    for (String address :
        List.of("ldap://ocsp.example.org", "file:///etc/passwd", "http:/x", "javascript:1")) {
      TestCa silent = TestCa.root(world.folder(), "Silent").answeredBy(address);
      Identity signer = silent.issue("silent", Leaf.rsa("alice@example.org"));
      try (JvmEngine engine =
          new JvmEngine(
              List.of(silent.certificateDer()),
              false,
              (responders, request) -> {
                asked.add(responders);
                return null;
              })) {
        MessageCases.verdict(
            "revocation-unknown", "orange", engine.open(Mail.fromAlice().signedBy(signer)));
      }
    }
    assertEquals(List.of(), asked);
  }
}
