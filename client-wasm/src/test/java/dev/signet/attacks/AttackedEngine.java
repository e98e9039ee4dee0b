package dev.signet.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.World;
import dev.signet.engine.EngineSettings;
import dev.signet.engine.Judging;
import dev.signet.engine.OpenOptions;
import dev.signet.engine.Pkcs12Acceptance;
import dev.signet.engine.Policy;
import dev.signet.engine.SmimeEngine;
import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.heap.HeapBulk;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Answers;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.Colour;
import dev.signet.engine.report.OpenedMessage;
import dev.signet.engine.report.ReportJson;
import dev.signet.engine.report.StatusCode;
import dev.signet.testing.Identity;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An engine on the JVM that holds keys; for one thread. */
final class AttackedEngine {
  /** Milliseconds within which every message must be judged. */
  static final long SOON = 20_000;

  private final HeapHost host = new HeapHost();
  private final Answers answers = RareAnswers.withCommon(host);
  private final SmimeEngine engine;

  AttackedEngine(Identity... unlocked) {
    List<Bulk> anchors = List.of(new HeapBulk(World.get().ca().certificateDer()));
    engine = new SmimeEngine(host, new EngineSettings(anchors, true, Policy.DEFAULT));
    for (Identity each : unlocked) {
      byte[] p12 = keyFile(each);
      answers.run(
          Step.start(
              () -> engine.unlock(new HeapBulk(p12), World.PASSPHRASE, Pkcs12Acceptance.NONE)));
    }
  }

  /** OpenSSL writes each person's file under one name. */
  private static synchronized byte[] keyFile(Identity person) {
    return person.p12(World.PASSPHRASE, "-iter", "1");
  }

  /** What was opened. */
  record Opened(OpenedMessage message, byte[] content) {
    StatusCode code() {
      return message.status().code();
    }

    boolean green() {
      return message.status().colour() == Colour.GREEN;
    }

    String report() {
      return ReportJson.opened(message);
    }

    String text() {
      return content == null ? "" : new String(content, StandardCharsets.ISO_8859_1);
    }
  }

  /** Opens; an exception, an internal error or a long time fails the test, whatever the message. */
  Opened open(byte[] mail) {
    long start = System.nanoTime();
    OpenedMessage opened =
        answers.run(
            Step.start(
                () ->
                    engine.open(
                        new HeapBulk(mail),
                        new OpenOptions(Judging.at(System.currentTimeMillis())))));
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertTrue(millis < SOON, () -> "it took " + millis + " ms:\n" + text(mail));
    assertNotEquals(StatusCode.INTERNAL_ERROR, opened.status().code(), () -> text(mail));
    return new Opened(opened, opened.content() == null ? null : opened.content().read());
  }

  Opened verdict(StatusCode code, byte[] mail) {
    Opened opened = open(mail);
    assertEquals(code, opened.code(), () -> opened.report() + "\n" + text(mail));
    return opened;
  }

  SmimeEngine engine() {
    return engine;
  }

  private static String text(byte[] mail) {
    return new String(mail, StandardCharsets.ISO_8859_1);
  }
}
