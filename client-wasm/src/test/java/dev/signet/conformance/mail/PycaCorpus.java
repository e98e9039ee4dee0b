package dev.signet.conformance.mail;

import dev.signet.conformance.Case;
import dev.signet.conformance.CaseFile;
import dev.signet.conformance.Corpus;
import dev.signet.engine.port.Step;
import dev.signet.engine.revocation.ocsp.PublishedOcsp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of pyca/cryptography: friendly names of all kinds, no passphrase, no key. */
public final class PycaCorpus implements Corpus {
  private static final Published KEY_FILES = new Published("pyca/pkcs12");
  private static final Published CMS = new Published("pyca/pkcs7");
  private static final Published OCSP = new Published("pyca/ocsp");

  /** How many certificates are in each file of them. */
  private static final Map<String, Integer> CERTIFICATES =
      Map.of(
          "amazon-roots.der", 2,
          "amazon-roots.p7b", 2,
          "isrg.pem", 1,
          "ascii-san.pem", 1,
          "non-ascii-san.pem", 1);

  /** To a key that was not published with them. */
  private static final Map<String, String> ENCRYPTED =
      Map.of(
          "enveloped.pem", "locked",
          "enveloped-rsa-oaep.pem", "locked",
          "enveloped-triple-des.pem", "locked",
          "enveloped-no-content.der", "malformed");

  /** By what is in a file, and by what its name says is odd about it. */
  private static final Map<String, String> OCSP_OUTCOMES =
      Map.ofEntries(
          Map.entry("ocsp-army.deps.mil-resp.der", "16 good, 4 revoked, signature right"),
          Map.entry("ocsp-army.inapplicable-req.der", "asked alike"),
          Map.entry("ocsp-army.revoked-req.der", "asked alike"),
          Map.entry("ocsp-army.valid-req.der", "asked alike"),
          Map.entry("req-acceptable-responses.der", "not asked so"),
          Map.entry("req-duplicate-ext.der", "not asked so"),
          Map.entry("req-ext-nonce.der", "asked alike"),
          Map.entry("req-ext-unknown-oid.der", "not asked so"),
          Map.entry("req-invalid-hash-alg.der", "not asked so"),
          Map.entry("req-multi-sha1.der", "not asked so"),
          Map.entry("req-sha1.der", "asked alike"),
          Map.entry("resp-delegate-unknown-cert.der", "1 unknown, signature right"),
          Map.entry(
              "resp-invalid-signature-oid.der",
              "refused unsupported-algorithm 1.2.840.113549.1.1.2"),
          Map.entry("resp-responder-key-hash.der", "1 revoked"),
          Map.entry("resp-response-type-unknown-oid.der", "refused malformed-message"),
          Map.entry("resp-revoked-no-next-update.der", "1 revoked"),
          Map.entry("resp-revoked-reason.der", "1 revoked, signature right"),
          Map.entry("resp-revoked.der", "1 revoked"),
          Map.entry("resp-sct-extension.der", "1 good, signature right"),
          Map.entry("resp-sha256.der", "1 good"),
          Map.entry("resp-single-extension-reason.der", "1 good"),
          Map.entry("resp-successful-no-response-bytes.der", "refused malformed-message"),
          Map.entry("resp-unauthorized.der", "no answer"),
          // What was signed had another extension in its place.
          Map.entry("resp-unknown-extension.der", "1 revoked, signature wrong"),
          Map.entry("resp-unknown-hash-alg.der", "nothing"),
          Map.entry("resp-unknown-response-status.der", "no answer"));

  @Override
  public List<CaseFile> files() {
    return List.of(
        new CaseFile("pyca", "key files", "pkcs12", PycaCorpus::keyFiles),
        new CaseFile("pyca", "certificates in PKCS#7", "pkcs7", PycaCorpus::certificates),
        new CaseFile("pyca", "PKCS#7 messages", "pkcs7-messages", PycaCorpus::messages),
        new CaseFile("pyca", "OCSP", "ocsp", PycaCorpus::ocsp));
  }

  private static List<Case> keyFiles() {
    List<Case> cases = new ArrayList<>();
    for (String name : KEY_FILES.names(".p12")) {
      byte[] p12 = KEY_FILES.read(name);
      // Some have their keys in clear; all but none have a MAC.
      cases.add(
          Case.using(
              name, expected(name), platform -> Use.unlock(platform, p12, passphrase(name), true)));
    }
    return cases;
  }

  private static String expected(String name) {
    if (name.contains("no-key") || name.startsWith("no-cert-n") || name.startsWith("java")) {
      return "refused no-private-key";
    }
    return name.startsWith("no-cert-key") ? "refused no-certificate" : "opens 1";
  }

  private static String passphrase(String name) {
    if (name.endsWith("no-pwd.p12") || name.equals("no-password.p12") || name.startsWith("java")) {
      return "";
    }
    return name.contains("key-") || name.contains("-key") ? "cryptography" : "password";
  }

  private static List<Case> certificates() {
    List<Case> cases = new ArrayList<>();
    for (Map.Entry<String, Integer> file :
        CERTIFICATES.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
      byte[] bytes = CMS.read(file.getKey());
      cases.add(
          Case.using(
              file.getKey(),
              "reads " + file.getValue(),
              platform -> Use.certificates(platform, bytes)));
    }
    return cases;
  }

  private static List<Case> messages() {
    List<Case> cases = new ArrayList<>();
    for (Map.Entry<String, String> file :
        ENCRYPTED.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
      byte[] message = Published.message(CMS.der(file.getKey()));
      cases.add(
          Case.using(
              file.getKey(),
              file.getValue(),
              platform ->
                  Use.with(platform, List.of(), engine -> Use.open(engine, message, null, 0))));
    }
    return cases;
  }

  private static List<Case> ocsp() {
    List<Case> cases = new ArrayList<>();
    for (String name : OCSP.names(".der")) {
      byte[] published = OCSP.read(name);
      cases.add(
          Case.asking(
              name,
              "",
              Set.of(OCSP_OUTCOMES.getOrDefault(name, "not named here")),
              () ->
                  name.contains("req")
                      ? Step.done(PublishedOcsp.request(published))
                      : PublishedOcsp.answer(published)));
    }
    return cases;
  }
}
