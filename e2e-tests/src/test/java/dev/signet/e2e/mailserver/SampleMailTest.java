package dev.signet.e2e.mailserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.e2e.browser.SdkEngine;
import dev.signet.e2e.browser.SdkPage;
import dev.signet.e2e.mailserver.SampleMail.Sample;
import dev.signet.e2e.responder.OcspRelay;
import dev.signet.e2e.stage.MailStage;
import dev.signet.e2e.stage.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@DisplayName("The sample mail of the world, judged by the SDK")
@Order(24)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleMailTest {
  private final Stage stage = Stage.get();
  private MailStage mail;
  private SdkEngine engine;

  @BeforeAll
  void start() {
    mail = stage.mail();
    stage.answering("/sample-ocsp", new OcspRelay());
    engine =
        stage
            .sdk()
            .create(
                Map.of(
                    "ocsp",
                    Map.of("proxy", "/sample-ocsp"),
                    "trustAnchors",
                    List.of(SdkPage.bytes(mail.authority().root().certificateDer()))));
  }

  private String code(byte[] message) {
    JsonNode report = engine.call("open", SdkPage.bytes(message), Map.of()).result();
    return report.at("/status/code").asText();
  }

  @Test
  @DisplayName("has every code that it is said to have, in all colours")
  void codes() throws InterruptedException {
    List<Sample> samples = SampleMail.of(mail.authority(), mail.bob(), mail.alice(), mail.carol());
    Thread.sleep(SampleMail.SETTLED.toMillis());
    for (Sample sample : samples) {
      assertEquals(
          sample.encrypted() ? "locked" : sample.code(), code(sample.message()), sample.subject());
    }
    engine.call("unlock", SdkPage.bytes(mail.alice().p12()), mail.alice().passphrase()).result();
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> found = new LinkedHashMap<>();
    for (Sample sample : samples) {
      expected.put(sample.subject(), sample.code());
      found.put(sample.subject(), code(sample.message()));
    }
    assertEquals(expected, found);
    assertTrue(new TreeSet<>(found.values()).size() > 12, found::toString);
  }

  @Test
  @DisplayName("turns orange while the responder is away, red while revoked, and green again")
  void switches() {
    byte[] message =
        SampleMail.of(mail.authority(), mail.carol(), mail.bob(), mail.alice()).stream()
            .filter(sample -> sample.code().equals("verified") && !sample.encrypted())
            .findFirst()
            .orElseThrow()
            .message();
    mail.authority().stopResponder();
    try {
      assertEquals("revocation-unknown", fresh(message));
    } finally {
      mail.authority().startResponder();
    }
    assertEquals("verified", fresh(message));
    mail.authority().revoke(mail.carol());
    assertEquals("revoked", fresh(message));
    mail.authority().giveBack(mail.carol());
    assertEquals("verified", fresh(message));
  }

  /** By an engine that remembers no answer. */
  private String fresh(byte[] message) {
    start();
    return code(message);
  }
}
