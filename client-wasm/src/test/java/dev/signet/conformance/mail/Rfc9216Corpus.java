package dev.signet.conformance.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.cases.EngineUnderTest;
import dev.signet.conformance.Case;
import dev.signet.conformance.CaseFile;
import dev.signet.conformance.Corpus;
import dev.signet.conformance.Platform;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** The sample certificates of RFC 9216: four people with keys for everything. */
public final class Rfc9216Corpus implements Corpus {
  private static final Published FILES = new Published("rfc9216");
  private static final List<String> PEOPLE = List.of("alice", "bob", "carlos", "dana");
  private static final long AT = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

  @Override
  public List<CaseFile> files() {
    return List.of(
        new CaseFile("rfc9216", "key files", "*.p12", Rfc9216Corpus::keyFiles),
        new CaseFile("rfc9216", "keys", "*.key.pem", Rfc9216Corpus::keys),
        new CaseFile("rfc9216", "certificates", "*.crt.pem", Rfc9216Corpus::certificates),
        new CaseFile("rfc9216", "mail between its people", "mail", Rfc9216Corpus::mail));
  }

  private static List<Case> keyFiles() {
    List<Case> cases = new ArrayList<>();
    for (String person : PEOPLE) {
      byte[] p12 = FILES.der(person + ".p12");
      cases.add(
          Case.using(person, "opens 2", platform -> Use.unlock(platform, p12, person, false)));
    }
    return cases;
  }

  private static List<Case> keys() {
    List<Case> cases = new ArrayList<>();
    for (String name : FILES.names(".key.pem")) {
      byte[] key = FILES.der(name);
      byte[] certificate = FILES.der(name.replace(".key.", ".crt."));
      cases.add(Case.using(name, "opens 1", platform -> Use.pair(platform, key, certificate)));
    }
    return cases;
  }

  private static List<Case> certificates() {
    List<Case> cases = new ArrayList<>();
    for (String name : FILES.names(".crt.pem")) {
      byte[] certificate = FILES.read(name);
      cases.add(Case.using(name, "reads 1", platform -> Use.certificates(platform, certificate)));
      if (!name.startsWith("ca.")) {
        byte[] der = FILES.der(name);
        byte[] anchor = anchor(name.substring(0, name.indexOf('.')));
        cases.add(
            Case.using(
                name + " under its authority",
                "trusted",
                platform -> Use.check(platform, der, anchor, AT)));
      }
    }
    return cases;
  }

  private static byte[] anchor(String person) {
    boolean rsa = person.equals("alice") || person.equals("bob");
    return FILES.read(rsa ? "ca.rsa.crt.pem" : "ca.25519.crt.pem");
  }

  private static List<Case> mail() {
    List<Case> cases = new ArrayList<>();
    for (String person : PEOPLE) {
      cases.add(
          Case.using(
              person + " signs", "verified-revocation-off", platform -> sign(platform, person)));
      cases.add(
          Case.using(
              person + " reads what was encrypted to them",
              "decrypted",
              platform -> encrypt(platform, person)));
    }
    return cases;
  }

  private static byte[] letter(String person) {
    return ("From: "
            + person
            + "@smime.example\r\nDate: "
            + RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC))
            + "\r\n"
            + "Content-Type: text/plain\r\n\r\nHello.\r\n")
        .getBytes(US_ASCII);
  }

  private static String sign(Platform platform, String person) {
    return Use.with(
        platform,
        List.of(anchor(person)),
        engine -> {
          String key = key(engine, person, "canSign");
          return Use.open(engine, engine.sign(letter(person), key, false, null), null, now());
        });
  }

  private static String encrypt(Platform platform, String person) {
    return Use.with(
        platform,
        List.of(anchor(person)),
        engine -> {
          byte[] recipient = FILES.der(person + ".encrypt.crt.pem");
          byte[] message = engine.encrypt(letter(person), List.of(recipient), null);
          key(engine, person, "canDecrypt");
          return Use.open(engine, message, null, now());
        });
  }

  private static String key(EngineUnderTest engine, String person, String ability) {
    for (JsonNode key : engine.unlock(FILES.der(person + ".p12"), person)) {
      if (key.get(ability).asBoolean()) {
        return key.get("id").asText();
      }
    }
    return "none";
  }

  private static long now() {
    return System.currentTimeMillis();
  }
}
