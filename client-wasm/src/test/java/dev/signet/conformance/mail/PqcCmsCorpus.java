package dev.signet.conformance.mail;

import dev.signet.conformance.Case;
import dev.signet.conformance.CaseFile;
import dev.signet.conformance.Corpus;
import dev.signet.conformance.Platform;
import dev.signet.testing.KeyFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Post-quantum CMS that Bouncy Castle made for the IETF's hackathons. */
public final class PqcCmsCorpus implements Corpus {
  private static final Published FILES = new Published("pqc-cms/bc");
  private static final long AT = Instant.parse("2026-10-01T00:00:00Z").toEpochMilli();

  @Override
  public List<CaseFile> files() {
    return List.of(
        new CaseFile("pqc-cms", "recipients by KEM", "kemri", PqcCmsCorpus::encrypted),
        new CaseFile("pqc-cms", "signed messages", "signed_attrs", PqcCmsCorpus::signed));
  }

  private static List<Case> encrypted() {
    byte[] content = FILES.read("expected_plaintext.txt");
    List<Case> cases = new ArrayList<>();
    for (String name : FILES.names(".der")) {
      int kind = name.indexOf("_kemri");
      if (kind > 0) {
        cases.add(
            Case.using(
                name,
                "decrypted, content as published",
                platform -> decrypt(platform, name, name.substring(0, kind), content)));
      }
    }
    return cases;
  }

  private static String decrypt(Platform platform, String name, String key, byte[] content) {
    return Use.with(
        platform,
        List.of(),
        engine -> {
          engine.unlock(
              KeyFiles.of(FILES.read(key + "_priv.der"), FILES.read(key + "_ee.der")),
              KeyFiles.PASSPHRASE);
          return Use.open(engine, Published.message(FILES.read(name)), content, AT);
        });
  }

  private static List<Case> signed() {
    List<Case> cases = new ArrayList<>();
    for (String name : FILES.names("_signed_attrs.der")) {
      cases.add(
          Case.using(
              name,
              // Right and trusted; there is no From that could match.
              "address-mismatch, content as published",
              platform -> verify(platform, name)));
    }
    return cases;
  }

  private static String verify(Platform platform, String name) {
    return Use.with(
        platform,
        List.of(FILES.read("ta.der")),
        engine ->
            Use.open(
                engine,
                Published.message(FILES.read(name)),
                FILES.read("expected_plaintext.txt"),
                AT));
  }
}
