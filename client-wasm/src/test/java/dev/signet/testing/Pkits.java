package dev.signet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * NIST's Public Key Interoperability Test Suite.
 *
 * @param number such as {@code 4.14.28}
 * @param certificates DER: the anchor, then authorities from above downwards, last the end entity's
 * @param lists DER
 * @param policies OIDs of the initial policy set; empty: any
 * @param valid what the suite says
 */
public record Pkits(
    String number,
    String title,
    List<byte[]> certificates,
    List<byte[]> lists,
    List<String> policies,
    boolean requireExplicitPolicy,
    boolean inhibitMapping,
    boolean inhibitAnyPolicy,
    boolean valid) {

  /** The first of June 2012: everything that is not on purpose out of date is in force. */
  public static final long AT = 1_338_508_800_000L;

  /** NIST-test-policy-1 to -10 are the arcs below. */
  private static final String TEST_POLICY = "2.16.840.1.101.3.2.1.48.";

  private static final String ANY_POLICY = "2.5.29.32.0";

  /** All 249 of them. */
  public static Stream<Pkits> all() {
    Path folder = Vectors.folder("pkits");
    List<Pkits> all = new ArrayList<>();
    for (JsonNode each : json(folder.resolve("pkits-cases.json"))) {
      all.add(of(each, folder));
    }
    return all.stream();
  }

  private static Pkits of(JsonNode each, Path folder) {
    JsonNode params = each.get("params");
    return new Pkits(
        each.get("test").asText(),
        each.get("title").asText(),
        files(each.get("certs"), folder.resolve("certs"), ".crt"),
        files(each.get("crls"), folder.resolve("crls"), ".crl"),
        policies(params.path("SetInitialPolicySet").asText()),
        params.path("SetInitialExplicitPolicy").asText().equals("true"),
        params.path("SetInitialPolicyMappingInhibit").asText().equals("true"),
        params.path("SetInitialInhibitAnyPolicy").asText().equals("true"),
        each.get("should_validate").asBoolean());
  }

  private static List<String> policies(String names) {
    List<String> oids = new ArrayList<>();
    for (String name : names.replace("\"", "").split(",", -1)) {
      if (name.equals("anyPolicy")) {
        oids.add(ANY_POLICY);
      } else if (!name.isEmpty()) {
        oids.add(TEST_POLICY + name.replace("NIST-test-policy-", ""));
      }
    }
    return oids;
  }

  private static List<byte[]> files(JsonNode names, Path folder, String ending) {
    List<byte[]> files = new ArrayList<>();
    for (JsonNode name : names) {
      try {
        files.add(Files.readAllBytes(folder.resolve(name.asText() + ending)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  private static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public byte[] anchor() {
    return certificates.get(0);
  }

  public byte[] leaf() {
    return certificates.get(certificates.size() - 1);
  }

  public List<byte[]> intermediates() {
    return certificates.subList(1, certificates.size() - 1);
  }

  @Override
  public String toString() {
    return title;
  }
}
