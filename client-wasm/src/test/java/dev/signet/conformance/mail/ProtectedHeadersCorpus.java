package dev.signet.conformance.mail;

import dev.signet.conformance.Case;
import dev.signet.conformance.CaseFile;
import dev.signet.conformance.Corpus;
import dev.signet.conformance.Platform;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Mail with protected header fields, opened to its inner part. */
public final class ProtectedHeadersCorpus implements Corpus {
  private static final Published FILES = new Published("protected-headers");
  private static final long AT = Instant.parse("2019-11-28T00:00:00Z").toEpochMilli();

  @Override
  public List<CaseFile> files() {
    return List.of(
        new CaseFile("protected-headers", "messages", "*.eml", ProtectedHeadersCorpus::cases));
  }

  private static List<Case> cases() {
    String verified = "verified-revocation-off, content as published";
    return List.of(
        of(
            "smime-enc+legacy-disp",
            "smime-enc+legacy-disp.inner",
            "decrypted, content as published"),
        of("smime-sign+enc", "smime-sign+enc.inner.inner", verified),
        of("smime-sign+enc+legacy-disp", "smime-sign+enc+legacy-disp.inner.inner", verified),
        of("smime-onepart-signed", "smime-onepart-signed.inner", verified),
        of("smime-multipart-signed", null, "verified-revocation-off"));
  }

  private static Case of(String name, String inner, String expected) {
    return Case.using(name + ".eml", expected, platform -> open(platform, name, inner));
  }

  private static String open(Platform platform, String name, String inner) {
    return Use.with(
        platform,
        List.of(FILES.read("ca.crt")),
        engine -> {
          // The README of the vectors says "bob"; what the file was made with is the empty
          // passphrase.
          engine.unlock(FILES.der("bob.p12"), "");
          var opened = engine.open(FILES.read(name + ".eml"), AT);
          if (inner == null) {
            return opened.code();
          }
          boolean same =
              Arrays.equals(
                  Published.canonical(FILES.read(inner)), Published.canonical(opened.content()));
          return opened.code() + (same ? ", content as published" : ", other content");
        });
  }
}
