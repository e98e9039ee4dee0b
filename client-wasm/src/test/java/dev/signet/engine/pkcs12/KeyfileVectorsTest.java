package dev.signet.engine.pkcs12;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.engine.Pkcs12Acceptance;
import dev.signet.engine.SmimeException;
import dev.signet.testing.Vectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Published files: each opens, or is refused for the reason that stands here. */
class KeyfileVectorsTest {
  /**
   * The files of the corpus that do not open; all others do, those too that NSS 3.21 wrote in ways
   * of its own.
   */
  private static final Map<String, String> REFUSED = new LinkedHashMap<>();

  static {
    REFUSED.put("005", "unauthenticated-pkcs12");
    REFUSED.put("091", "unauthenticated-pkcs12");
    REFUSED.put("125", "unauthenticated-pkcs12");
    REFUSED.put("156", "unprotected-key");
    // A certificate without its key.
    REFUSED.put("126", "no-private-key");
    // Keys without a certificate.
    REFUSED.put("138", "no-certificate");
    REFUSED.put("152", "no-certificate");
  }

  private static String outcome(Path file, String passphrase, Pkcs12Acceptance acceptance)
      throws IOException {
    try {
      byte[] p12 = Files.readAllBytes(file);
      return "opens " + Pkcs12.open(p12, passphrase, acceptance).size();
    } catch (SmimeException e) {
      String oid = e.details().get("oid");
      return e.code().text() + (oid == null ? "" : " " + oid);
    }
  }

  @Test
  @DisplayName("keyfile-corpus, nothing insecure accepted")
  void keyfileCorpus() throws IOException {
    Path folder = Vectors.folder("pkcs12-keyfile");
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> outcomes = new LinkedHashMap<>();
    JsonNode cases = new ObjectMapper().readTree(folder.resolve("cases.json").toFile());
    for (JsonNode each : cases) {
      String file = each.get("file").asText();
      String number = file.substring(0, 3);
      expected.put(number, REFUSED.getOrDefault(number, "opens 1"));
      outcomes.put(
          number,
          outcome(folder.resolve(file), each.get("passphrase").asText(), Pkcs12Acceptance.NONE));
    }
    assertEquals(78, outcomes.size());
    assertEquals(expected, outcomes);
  }

  @Test
  @DisplayName("keyfile-corpus, what is insecure accepted")
  void insecure() throws IOException {
    Path folder = Vectors.folder("pkcs12-keyfile");
    for (String file : new String[] {"005.p12", "091.p12", "125.p12"}) {
      assertEquals(
          "opens 1",
          outcome(folder.resolve(file), "Red Hat Enterprise Linux 7.4", Pkcs12.INSECURE));
    }
    assertEquals(
        "wrong-passphrase", outcome(folder.resolve("125.p12"), "another", Pkcs12.INSECURE));
  }
}
