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
  private static final String UNSUPPORTED = "unsupported-algorithm ";

  /** The files of the corpus that do not open; all others do. */
  private static final Map<String, String> REFUSED = new LinkedHashMap<>();

  static {
    REFUSED.put("005", "unauthenticated-pkcs12");
    REFUSED.put("091", "unauthenticated-pkcs12");
    REFUSED.put("125", "unauthenticated-pkcs12");
    REFUSED.put("156", "unprotected-key");
    REFUSED.put("126", "no-private-key");
    REFUSED.put("138", "no-certificate");
    REFUSED.put("152", "no-certificate");
    // RC2 within PBES2.
    for (String file : new String[] {"019", "020", "081", "098", "099"}) {
      REFUSED.put(file, UNSUPPORTED + "1.2.840.113549.3.2");
    }
    // Other ciphers within PBES2: ARIA, Blowfish, IDEA, SEED, DES, Camellia, and ECB modes.
    REFUSED.put("025", UNSUPPORTED + "1.2.410.200046.1.1.2");
    REFUSED.put("047", UNSUPPORTED + "1.3.6.1.4.1.3029.1.2");
    REFUSED.put("053", UNSUPPORTED + "1.3.6.1.4.1.188.7.1.1.2");
    REFUSED.put("054", UNSUPPORTED + "1.2.410.200004.1.4");
    REFUSED.put("127", UNSUPPORTED + "1.2.410.200004.1.4");
    REFUSED.put("104", UNSUPPORTED + "1.3.14.3.2.7");
    REFUSED.put("136", UNSUPPORTED + "1.2.392.200011.61.1.1.1.4");
    REFUSED.put("131", UNSUPPORTED + "2.16.840.1.101.3.4.1.21");
    REFUSED.put("133", UNSUPPORTED + "2.16.840.1.101.3.4.1.41");
    REFUSED.put("137", UNSUPPORTED + "1.3.14.3.2.6");
    // Other pseudo-random functions: HMAC with SHA-3, MD5, SHA-512/256; and scrypt.
    REFUSED.put("031", UNSUPPORTED + "2.16.840.1.101.3.4.2.13");
    REFUSED.put("032", UNSUPPORTED + "2.16.840.1.101.3.4.2.14");
    REFUSED.put("033", UNSUPPORTED + "2.16.840.1.101.3.4.2.15");
    REFUSED.put("034", UNSUPPORTED + "2.16.840.1.101.3.4.2.16");
    REFUSED.put("036", UNSUPPORTED + "1.2.840.113549.2.6");
    REFUSED.put("060", UNSUPPORTED + "1.2.840.113549.2.13");
    REFUSED.put("061", UNSUPPORTED + "1.3.6.1.4.1.11591.4.11");
    // Other hashes in the MAC: SHA3-256, SHA-512/224, SHA-512/256, MD4, MD5.
    REFUSED.put("042", UNSUPPORTED + "2.16.840.1.101.3.4.2.8");
    REFUSED.put("045", UNSUPPORTED + "2.16.840.1.101.3.4.2.5");
    REFUSED.put("046", UNSUPPORTED + "2.16.840.1.101.3.4.2.6");
    REFUSED.put("106", UNSUPPORTED + "1.2.840.113549.2.4");
    REFUSED.put("107", UNSUPPORTED + "1.2.840.113549.2.5");
    // PBES1 with DES or RC2, and RC4.
    REFUSED.put("064", UNSUPPORTED + "1.2.840.113549.1.5.3");
    REFUSED.put("067", UNSUPPORTED + "1.2.840.113549.1.5.11");
    REFUSED.put("141", UNSUPPORTED + "1.2.840.113549.1.5.10");
    REFUSED.put("144", UNSUPPORTED + "1.2.840.113549.1.5.1");
    REFUSED.put("076", UNSUPPORTED + "1.2.840.113549.1.12.1.2");
    REFUSED.put("143", UNSUPPORTED + "1.2.840.113549.1.12.1.1");
    // A key for RSASSA-PSS only.
    REFUSED.put("155", UNSUPPORTED + "1.2.840.113549.1.1.10");
    // Written by NSS 3.21, which took the passphrase for PBES2 in a way of its own.
    REFUSED.put("128", "damaged-pkcs12");
    REFUSED.put("132", "damaged-pkcs12");
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
