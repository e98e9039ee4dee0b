package dev.signet.conformance.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.EngineUnderTest.EngineError;
import dev.signet.cases.EngineUnderTest.Judged;
import dev.signet.cases.EngineUnderTest.Policies;
import dev.signet.conformance.Case;
import dev.signet.conformance.CaseFile;
import dev.signet.conformance.Corpus;
import dev.signet.conformance.Platform;
import dev.signet.testing.Vectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * x509-limbo, without the cases that are the TLS profile's ({@code webpki}) or need a network
 * ({@code online}). Certificates are judged for any purpose: the purposes of the cases are those of
 * TLS, as are the names of peers.
 */
public final class LimboCorpus implements Corpus {
  private static final String TRUSTED = "trusted";
  private static final String NOT_TRUSTED = "not trusted";

  @Override
  public List<CaseFile> files() {
    return List.of(file("pathlen"), file("pathological"), file("rfc5280"));
  }

  private static CaseFile file(String namespace) {
    return new CaseFile("x509-limbo", namespace, namespace, () -> cases(namespace));
  }

  private static List<Case> cases(String namespace) {
    List<Case> cases = new ArrayList<>();
    for (JsonNode each : read().get("testcases")) {
      String id = each.get("id").asText();
      if (id.startsWith(namespace + "::")) {
        boolean succeeds = each.get("expected_result").asText().equals("SUCCESS");
        cases.add(
            Case.using(
                id,
                each.get("description").asText().replace('\n', ' ').strip(),
                succeeds ? TRUSTED : NOT_TRUSTED,
                platform -> outcome(platform, each, succeeds)));
      }
    }
    return cases;
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper()
          .readTree(Vectors.folder("x509-limbo").resolve("limbo-2023-12-02.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Why it is not trusted is told only where it should be. */
  private static String outcome(Platform platform, JsonNode published, boolean succeeds) {
    try (EngineUnderTest engine = platform.engines().create(List.of(), true)) {
      JsonNode report =
          engine.checkCertificate(
              der(published.get("peer_certificate").asText()),
              judged(published),
              "any",
              Policies.ANY);
      if (report.get("trusted").asBoolean()) {
        return TRUSTED;
      }
      return succeeds ? NOT_TRUSTED + ": " + report.get("problems") : NOT_TRUSTED;
    } catch (EngineError e) {
      if (!succeeds && e.code().equals("not-a-certificate")) {
        return NOT_TRUSTED;
      }
      throw e;
    }
  }

  private static Judged judged(JsonNode published) {
    JsonNode at = published.get("validation_time");
    return new Judged(
        at.isNull()
            ? System.currentTimeMillis()
            : OffsetDateTime.parse(at.asText()).toInstant().toEpochMilli(),
        ders(published.get("untrusted_intermediates")),
        ders(published.get("trusted_certs")),
        List.of(),
        List.of());
  }

  private static List<byte[]> ders(JsonNode pems) {
    List<byte[]> ders = new ArrayList<>();
    pems.forEach(pem -> ders.add(der(pem.asText())));
    return ders;
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder()
        .decode(pem.replaceAll("-----(BEGIN|END) CERTIFICATE-----", "").strip());
  }
}
