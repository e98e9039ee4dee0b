package dev.signet.conformance.mail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.conformance.Platform;
import dev.signet.testing.KeyFiles;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What is done with published files, and the words for how that ends. */
final class Use {
  private Use() {}

  /** {@code opens N}: the keys of a key file. */
  static String unlock(Platform platform, byte[] p12, String passphrase, boolean insecurely) {
    return with(
        platform,
        List.of(),
        engine ->
            "opens "
                + (insecurely
                        ? engine.unlockInsecurely(p12, passphrase)
                        : engine.unlock(p12, passphrase))
                    .size());
  }

  /** {@code opens 1}: a key and its certificate that were published apart. */
  static String pair(Platform platform, byte[] pkcs8, byte[] certificate) {
    return unlock(platform, KeyFiles.of(pkcs8, certificate), KeyFiles.PASSPHRASE, false);
  }

  /** {@code reads N}: the certificates in a file. */
  static String certificates(Platform platform, byte[] bytes) {
    return with(platform, List.of(), engine -> "reads " + engine.readCertificates(bytes).size());
  }

  /** {@code trusted}, or the code of the first problem. */
  static String check(Platform platform, byte[] certificate, byte[] anchor, long at) {
    return with(
        platform,
        List.of(anchor),
        engine -> {
          JsonNode report = engine.checkCertificate(certificate, at);
          return report.get("trusted").asBoolean()
              ? "trusted"
              : report.at("/problems/0/code").asText();
        });
  }

  /**
   * The code of the message's status.
   *
   * @param content what the content has to be; null where that was not published
   */
  static String open(EngineUnderTest engine, byte[] message, byte[] content, long at) {
    Opened opened = engine.open(message, at);
    if (content == null) {
      return opened.code();
    }
    if (opened.content() == null) {
      return opened.code() + ", no content";
    }
    return Arrays.equals(content, opened.content())
        ? opened.code() + ", content as published"
        : opened.code() + ", other content";
  }

  static String with(
      Platform platform, List<byte[]> anchors, Function<EngineUnderTest, String> use) {
    try (EngineUnderTest engine = platform.engines().create(anchors, true)) {
      return use.apply(engine);
    }
  }
}
