package dev.signet.engine.revocation.ocsp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.OcspResponder;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("What a responder is asked")
class RequestTest {
  private static final String ADDRESS = "http://ocsp.example.org/";
  private static final byte[] REFUSAL = {0x30, 3, 0x0a, 1, 6};

  @TempDir private static Path folder;
  private TestCa ca;
  private MailCertificate issuer;
  private MailCertificate alice;
  private OcspResponder responder;

  @BeforeAll
  void issue() {
    ca = TestCa.root(folder, "Requests").answeredBy(ADDRESS);
    issuer = MailCertificate.of(ca.certificateDer());
    alice = MailCertificate.of(ca.issue("alice", Leaf.ec("alice@example.org")).certificateDer());
    responder = OcspResponder.of(ca);
  }

  private Asked asked() {
    return new Asked(alice, issuer);
  }

  private String text(byte[] request) throws IOException {
    Path file = Files.write(folder.resolve("request.der"), request);
    return new String(
        OpenSsl.run(folder, "ocsp", "-reqin", file.toString(), "-req_text", "-noverify"), US_ASCII);
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  @Test
  @DisplayName("is what OpenSSL reads: one certificate by SHA-1, and a nonce of 32 octets")
  void read() throws IOException {
    Asked asked = asked().responder(responder::answer);
    assertEquals("GOOD", asked.ask());
    assertEquals(1, asked.requests.size());
    String text = text(asked.requests.get(0));
    assertEquals(1, count(text, "Certificate ID:"), text);
    assertTrue(text.contains("Hash Algorithm: sha1"), text);
    assertTrue(text.toLowerCase().contains("serial number: " + hex(alice.serialNumber())), text);
    // OpenSSL shows the OCTET STRING inside the extension with its header.
    assertEquals(68, text.replaceAll("(?s).*OCSP Nonce:\\s+(0420[0-9A-F]+).*", "$1").length());
    assertFalse(text.contains("Requestor Name"), text);
  }

  private static String hex(String serial) {
    return serial.length() % 2 == 0 ? serial : "0" + serial;
  }

  @Test
  @DisplayName("is what OpenSSL asks itself, but for the nonce")
  void sameAsOpenSsl() throws IOException {
    Path made = folder.resolve("made.der");
    for (String hash : List.of("sha1", "sha256")) {
      OpenSsl.run(
          folder,
          "ocsp",
          "-" + hash,
          "-issuer",
          ca.certificate().toString(),
          "-cert",
          folder.resolve("alice.pem").toString(),
          "-no_nonce",
          "-reqout",
          made.toString());
      assertArrayEquals(
          Files.readAllBytes(made),
          OcspRequest.of(
              new CertificateId(alice, issuer)
                  .by(hash.equals("sha1") ? DigestAlgorithm.SHA1 : DigestAlgorithm.SHA256),
              null));
    }
  }

  @Test
  @DisplayName("is asked by SHA-256 when the responder does not know it by SHA-1")
  void bySha256() throws IOException {
    Asked asked = asked();
    asked.responder(
        request -> asked.requests.size() == 1 ? REFUSAL.clone() : responder.answer(request));
    assertEquals("GOOD", asked.ask());
    assertEquals(2, asked.requests.size());
    assertTrue(text(asked.requests.get(1)).contains("Hash Algorithm: sha256"));
    assertFalse(text(asked.requests.get(0)).contains("Hash Algorithm: sha256"));
    Asked refused = asked().responder(request -> REFUSAL.clone());
    assertEquals("UNKNOWN", refused.ask());
    assertEquals(2, refused.requests.size());
  }

  @Test
  @DisplayName("has another nonce each time, and an answer to another question counts for nothing")
  void nonces() {
    Asked first = asked().responder(responder::answer);
    first.ask();
    byte[] answer = responder.answer(first.requests.get(0));
    assertEquals("GOOD", first.says(answer));
    Asked second = asked().responder(request -> answer.clone());
    assertEquals("UNKNOWN", second.ask());
    assertFalse(Arrays.equals(first.requests.get(0), second.requests.get(0)));
    assertEquals(0, second.cache.size());
  }

  @Test
  @DisplayName("is believed without a nonce: who answers in advance has none")
  void withoutNonce() {
    byte[] bare = OcspRequest.of(new CertificateId(alice, issuer).by(DigestAlgorithm.SHA1), null);
    Asked asked = asked().responder(request -> responder.answer(bare));
    assertEquals("GOOD", asked.ask());
  }

  @Test
  @DisplayName("is not asked where there is no randomness")
  void noRandomness() {
    Asked asked = asked().responder(responder::answer).host(new WithoutRandomness());
    assertEquals("UNKNOWN", asked.ask());
    assertEquals(List.of(), asked.requests);
  }

  @Test
  @DisplayName("goes to the first responder that answers, in the order of the certificate")
  void severalResponders() {
    TestCa several =
        TestCa.root(folder, "Several")
            .answeredBy(
                "ldap://no.example.org,OCSP;URI:http://a.example.org,OCSP;URI:https://b.example.org,"
                    + "OCSP;URI:http://c.example.org");
    Identity bob = several.issue("bob", Leaf.ec("bob@example.org"));
    OcspResponder right = OcspResponder.of(several);
    Asked asked =
        new Asked(
            MailCertificate.of(bob.certificateDer()), MailCertificate.of(several.certificateDer()));
    asked.responder(
        request ->
            asked.addresses.get(asked.addresses.size() - 1).contains("b.")
                ? right.answer(request)
                : null);
    assertEquals("GOOD", asked.ask());
    assertEquals(List.of("http://a.example.org", "https://b.example.org"), asked.addresses);
    Asked silent =
        new Asked(
            MailCertificate.of(bob.certificateDer()), MailCertificate.of(several.certificateDer()));
    assertEquals("UNKNOWN", silent.responder(request -> REFUSAL.clone()).ask());
    assertEquals(4, silent.requests.size(), "two responders, two names");
  }

  @Test
  @DisplayName("stops when the caller gives up")
  void aborted() {
    Asked asked =
        asked()
            .responder(
                request -> {
                  throw new SmimeException(ErrorCode.ABORTED, "given up");
                });
    assertEquals(ErrorCode.ABORTED, assertThrows(SmimeException.class, asked::ask).code());
  }

  /** A host as the engine finds it in a broken browser. */
  private static final class WithoutRandomness implements Host {
    private final Host host = new HeapHost();

    @Override
    public Bulk hold(byte[] bytes) {
      return host.hold(bytes);
    }

    @Override
    public Bulk concat(List<Bulk> parts) {
      return host.concat(parts);
    }

    @Override
    public Bulk decodeBase64(Bulk text) {
      return host.decodeBase64(text);
    }

    @Override
    public Bulk encodeBase64(Bulk bytes) {
      return host.encodeBase64(bytes);
    }

    @Override
    public Bulk canonicalLineEnds(Bulk text) {
      return host.canonicalLineEnds(text);
    }

    @Override
    public void random(byte[] target) {
      throw new SmimeException(ErrorCode.NO_RANDOMNESS, "no source");
    }
  }
}
