package dev.signet.engine.cms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Answers;
import dev.signet.testing.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures that others have published. */
@DisplayName("A published signature")
class PublishedSignaturesTest {
  private final HeapHost host = new HeapHost();
  private final Answers answers = RareAnswers.withCommon(host);

  private List<SignerFacts> verify(byte[] cms, List<MailCertificate> more) {
    SignedMessage message = (SignedMessage) CmsMessage.parse(host.hold(cms), host);
    List<MailCertificate> certificates = new ArrayList<>(message.certificates());
    certificates.addAll(more);
    List<SignerFacts> facts = new ArrayList<>();
    for (SignerStructure signer : message.signers()) {
      facts.add(
          answers.run(
              SignerVerification.ofContent(signer, message.contentType(), certificates, host)
                  .verify(List.of(message.content()), new ContentDigests())));
    }
    return facts;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "44-2.16.840.1.101.3.4.3.17",
        "65-2.16.840.1.101.3.4.3.18",
        "87-2.16.840.1.101.3.4.3.19"
      })
  @DisplayName("by ML-DSA of the hackathon is right")
  void hackathon(String name) throws IOException {
    Path file = Vectors.folder("pqc-cms").resolve("bc/ml-dsa-" + name + "_signed_attrs.der");
    for (SignerFacts facts : verify(Files.readAllBytes(file), List.of())) {
      assertNull(facts.fault(), () -> facts.fault() + " " + facts.faultDetail());
      assertEquals("ML-DSA-" + name.substring(0, 2), facts.algorithm());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"44", "65", "87"})
  @DisplayName("by ML-DSA of the LAMPS examples is right")
  void lamps(String size) throws IOException {
    Path folder = Vectors.folder("pqc-lamps");
    MailCertificate certificate =
        MailCertificate.of(
            pem(folder.resolve("lamps-mldsa-certs/examples/ML-DSA-" + size + ".crt")));
    Path file = folder.resolve("lamps-cms-ml-dsa/examples/mldsa" + size + "-signed-attrs.pem");
    List<SignerFacts> all = verify(pem(file), List.of(certificate));
    assertEquals(1, all.size());
    assertNull(all.get(0).fault(), () -> all.get(0).fault() + " " + all.get(0).faultDetail());
  }

  private static byte[] pem(Path file) throws IOException {
    String text = Files.readString(file);
    int start = text.indexOf("-----BEGIN");
    return Base64.getMimeDecoder().decode(text.substring(start).replaceAll("-----[^-]*-----", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4.1.bin",
        "4.2.bin",
        "4.3.bin",
        "4.4.bin",
        "4.5.bin",
        "4.6.bin",
        "4.7.bin",
        "4.10.bin",
        "4.11.bin"
      })
  @DisplayName("of RFC 4134 ends in a defined verdict, and a right one is weak")
  void rfc4134(String name) throws IOException {
    byte[] cms = Files.readAllBytes(Vectors.folder("rfc4134").resolve(name));
    SignedMessage message = (SignedMessage) CmsMessage.parse(host.hold(cms), host);
    if (message.content() == null) {
      // Certificates only, or with the content elsewhere.
      assertTrue(!message.certificates().isEmpty());
      return;
    }
    for (SignerFacts facts : verify(cms, carl())) {
      assertTrue(facts.fault() != null || facts.weak(), () -> "" + facts);
      assertNotNull(facts.algorithm());
    }
  }

  private static List<MailCertificate> carl() throws IOException {
    List<MailCertificate> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(Vectors.folder("rfc4134"))) {
      for (Path each : files.filter(path -> path.toString().endsWith(".cer")).toList()) {
        found.add(MailCertificate.of(Files.readAllBytes(each)));
      }
    }
    return found;
  }
}
