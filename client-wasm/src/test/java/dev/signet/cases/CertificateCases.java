package dev.signet.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.cases.EngineUnderTest.EngineError;
import dev.signet.cases.EngineUnderTest.Judged;
import dev.signet.cases.EngineUnderTest.Policies;
import dev.signet.engine.path.Authority;
import dev.signet.testing.OpenSsl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Certificates: read in each form, described, judged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A certificate")
public abstract class CertificateCases {
  private final World world = World.get();
  private EngineUnderTest engine;

  protected abstract EngineUnderTest.Factory engines();

  @BeforeEach
  void createEngine() {
    engine = engines().create(List.of(world.ca().certificateDer()), true);
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  private static byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  @Test
  @DisplayName("is read from PEM, DER and .p7b, with what OpenSSL says of it")
  void forms() throws IOException, NoSuchAlgorithmException {
    Path pem = world.alice().certificate();
    byte[] der = world.alice().certificateDer();
    JsonNode certificate = engine.readCertificates(der).get(0);
    assertEquals(engine.readCertificates(read(pem)), engine.readCertificates(der));
    String serial =
        new String(
            OpenSsl.run(world.folder(), "x509", "-noout", "-serial", "-in", pem.toString()), UTF_8);
    assertEquals(
        serial.strip().replace("serial=", "").toLowerCase(Locale.ROOT).replaceFirst("^0+", ""),
        certificate.get("serialNumber").asText());
    assertEquals(
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der)),
        certificate.at("/fingerprints/sha256").asText());
    assertEquals(
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(der)),
        certificate.at("/fingerprints/sha1").asText());
    assertEquals(
        "[\"digitalSignature\",\"keyEncipherment\"]", certificate.get("keyUsage").toString());
    assertEquals("[\"emailProtection\"]", certificate.get("extendedKeyUsage").toString());
    assertFalse(certificate.get("isCa").asBoolean());
    assertTrue(certificate.get("notAfter").asLong() > certificate.get("notBefore").asLong());

    for (String form : List.of("PEM", "DER")) {
      byte[] bundle =
          OpenSsl.run(
              world.folder(),
              "crl2pkcs7",
              "-nocrl",
              "-certfile",
              pem.toString(),
              "-certfile",
              world.ca().certificate().toString(),
              "-outform",
              form);
      JsonNode all = engine.readCertificates(bundle);
      assertEquals(2, all.size());
      assertTrue(all.toString().contains(certificate.toString()));
    }
  }

  @Test
  @DisplayName("of a system's CA bundle is read whatever it is")
  void systemBundle() throws IOException {
    Path bundle = Path.of("/etc/ssl/certs/ca-certificates.crt");
    Assumptions.assumeTrue(Files.exists(bundle), "this machine has no CA bundle at " + bundle);
    byte[] pem = read(bundle);
    int count = new String(pem, UTF_8).split("BEGIN CERTIFICATE", -1).length - 1;
    assertEquals(count, engine.readCertificates(pem).size());
  }

  @Test
  @DisplayName("that is none is refused")
  void none() {
    for (String input :
        List.of("", "x", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----")) {
      EngineError error =
          assertThrows(EngineError.class, () -> engine.readCertificates(input.getBytes(UTF_8)));
      assertEquals("not-a-certificate", error.code());
    }
  }

  @Test
  @DisplayName("is trusted only if a trust anchor has issued it, for mail, now")
  void judged() {
    long now = System.currentTimeMillis();
    JsonNode good = engine.checkCertificate(world.alice().certificateDer(), now);
    assertTrue(good.get("trusted").asBoolean(), good::toString);
    assertEquals(2, good.get("chain").size());
    assertEquals(0, good.get("problems").size());
    assertEquals("not-checked", good.get("revocation").asText());
    assertEquals("untrusted", problem(world.stranger().certificateDer(), now));
    assertEquals("untrusted", problem(world.indirect().certificateDer(), now));
    assertEquals("expired", problem(world.expired().certificateDer(), now));
    assertEquals("not-yet-valid", problem(world.future().certificateDer(), now));
    assertEquals("wrong-purpose", problem(world.server().certificateDer(), now));
    assertEquals("weak-key", problem(world.shortKey().certificateDer(), now));
  }

  @Test
  @DisplayName("is trusted over intermediates that the caller has, in any form and order")
  void intermediates() throws IOException {
    byte[] leaf = world.indirect().certificateDer();
    long now = System.currentTimeMillis();
    for (List<byte[]> heap :
        List.of(
            List.of(world.intermediate().certificateDer()),
            List.of(read(world.intermediate().chain())),
            List.of(
                world.stranger().certificateDer(),
                world.ca().certificateDer(),
                world.intermediate().certificateDer()))) {
      JsonNode report =
          engine.checkCertificate(
              leaf,
              new Judged(now, heap, null, List.of(), List.of()),
              "emailProtection",
              Policies.ANY);
      assertTrue(report.get("trusted").asBoolean(), report::toString);
      assertEquals(3, report.get("chain").size());
    }
  }

  @Test
  @DisplayName("is soon refused among 200 of one name that have certified each other in loops")
  void loops() {
    List<Authority> authorities = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      authorities.add(Authority.named("CN=Same"));
    }
    List<byte[]> heap = new ArrayList<>();
    for (Authority one : authorities) {
      for (Authority other : authorities) {
        heap.add(one.certify(other).make().der());
      }
    }
    authorities.subList(0, 4).forEach(each -> heap.add(each.self().der()));
    assertEquals(200, heap.size());
    byte[] leaf = authorities.get(0).leaf().der();
    byte[] anchor = Authority.named("CN=Same").self().der();
    Judged judged = new Judged(Authority.NOW, heap, List.of(anchor), List.of(), List.of());
    EngineError error =
        assertTimeout(
            Duration.ofSeconds(60),
            () ->
                assertThrows(
                    EngineError.class,
                    () -> engine.checkCertificate(leaf, judged, "emailProtection", Policies.ANY)));
    assertEquals("too-large", error.code());
  }

  private String problem(byte[] der, long now) {
    JsonNode report = engine.checkCertificate(der, now);
    assertFalse(report.get("trusted").asBoolean());
    return report.at("/problems/0/code").asText();
  }

  @Test
  @DisplayName("come out of a certs-only mail")
  void certificateMail() {
    byte[] p7c =
        OpenSsl.run(
            world.folder(),
            "crl2pkcs7",
            "-nocrl",
            "-outform",
            "DER",
            "-certfile",
            world.alice().certificate().toString(),
            "-certfile",
            world.bob().certificate().toString());
    for (String type :
        List.of(
            "application/pkcs7-mime; smime-type=certs-only; name=smime.p7c",
            "application/x-pkcs7-mime",
            "application/octet-stream; name=all.p7b")) {
      String mail =
          "From: alice@example.org\r\nMIME-Version: 1.0\r\nContent-Type: "
              + type
              + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
              + Base64.getMimeEncoder().encodeToString(p7c)
              + "\r\n";
      byte[] octets = mail.getBytes(StandardCharsets.US_ASCII);
      try (EngineUnderTest engine = engines().create(List.of(), true)) {
        assertEquals(2, engine.readCertificates(octets).size(), type);
        if (!type.contains("octet")) {
          assertEquals("unsigned", engine.open(octets).code());
        }
      }
    }
  }
}
