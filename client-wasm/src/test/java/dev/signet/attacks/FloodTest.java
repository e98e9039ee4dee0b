package dev.signet.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.SmimeEngine;
import dev.signet.testing.CommandLine;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Messages that ask for work without measure")
class FloodTest {
  /** What is shown as it stands: it is plain mail, if not of any sense. */
  private static final List<String> PLAIN =
      List.of(
          "100,000 addresses",
          "comments 400,000 deep",
          "comments 400,000 deep in the type",
          "groups 100,000 deep",
          "3,000,000 boundaries within a line");

  @Test
  @DisplayName("end in a verdict soon, in a heap of 256 MB with the message in it")
  void flood() {
    CommandLine.Outcome outcome =
        CommandLine.tryRun(
            Path.of("."),
            new byte[0],
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                classPath(),
                Flood.class.getName()));
    assertEquals(0, outcome.status(), () -> outcome.text() + outcome.errors());
    List<String> lines = outcome.text().lines().toList();
    assertEquals(Flood.messages().size(), lines.size());
    for (String line : lines) {
      String[] fields = line.split("\t", -1);
      assertTrue(Integer.parseInt(fields[0]) < AttackedEngine.SOON, line);
      assertEquals(PLAIN.contains(fields[2]) ? "unsigned" : "malformed", fields[1], line);
      assertFalse(fields[3].contains("structure is damaged"), line);
    }
  }

  private static String classPath() {
    return Stream.of(Flood.class, SmimeEngine.class, ASN1Primitive.class, SignerInfo.class)
        .map(FloodTest::location)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
