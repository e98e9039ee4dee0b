package dev.signet.conformance.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.conformance.Case;
import dev.signet.conformance.CaseFile;
import dev.signet.conformance.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The keyfile corpus: every scheme that protects a .p12, some of them in ways of their own. */
public final class KeyfileCorpus implements Corpus {
  private static final Published FILES = new Published("pkcs12-keyfile");

  @Override
  public List<CaseFile> files() {
    return List.of(new CaseFile("pkcs12-keyfile", "key files", "cases.json", KeyfileCorpus::cases));
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    try {
      for (JsonNode each : new ObjectMapper().readTree(FILES.read("cases.json"))) {
        cases.addAll(of(each));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  private static List<Case> of(JsonNode each) {
    String file = each.get("file").asText();
    String describes = each.get("describes").asText();
    String passphrase = each.get("passphrase").asText();
    String refusal = refusal(describes);
    List<Case> cases = new ArrayList<>();
    cases.add(unlock(file, describes, outcome(describes), passphrase, refusal != null));
    if (refusal != null) {
      cases.add(unlock(file + " as it stands", describes, "refused " + refusal, passphrase, false));
    }
    return cases;
  }

  /** Why the file does not open unless the caller accepts what is wrong with it; null: it opens. */
  private static String refusal(String describes) {
    if (!describes.contains("mac(")) {
      return "unauthenticated-pkcs12";
    }
    return describes.contains("key(none)") ? "unprotected-key" : null;
  }

  private static String outcome(String describes) {
    // What is called malformed is what NSS 3.21 wrote in a way of its own; that can be read too.
    // "cert(none)" is one in clear, "cert&key(" both in one way.
    if (!describes.contains("key(")) {
      return "refused no-private-key";
    }
    return describes.contains("cert") ? "opens 1" : "refused no-certificate";
  }

  private static Case unlock(
      String name, String describes, String expected, String passphrase, boolean insecurely) {
    byte[] p12 = FILES.read(name.substring(0, "000.p12".length()));
    return Case.using(
        name, describes, expected, platform -> Use.unlock(platform, p12, passphrase, insecurely));
  }
}
