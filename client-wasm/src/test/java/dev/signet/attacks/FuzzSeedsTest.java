package dev.signet.attacks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.heap.HeapBulk;
import dev.signet.testing.Vectors;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Inputs that have broken other parsers")
class FuzzSeedsTest {
  private static final int BLOCK = 512;

  @ParameterizedTest
  @ValueSource(strings = {"cms", "smime", "x509", "crl"})
  @DisplayName("end in a verdict, as a message, as a CMS message and as certificates")
  void seeds(String archive) throws IOException {
    List<byte[]> seeds = read(archive);
    assertTrue(seeds.size() > 1, seeds.size() + " seeds");
    seeds.parallelStream().forEach(FuzzSeedsTest::tried);
  }

  private static void tried(byte[] seed) {
    AttackedEngine engine = Damage.engine();
    engine.open(seed);
    engine.open(Sample.joined("From: a@example.org\r\n".getBytes(StandardCharsets.US_ASCII), seed));
    engine.open(
        Sample.joined(
            "From: a@example.org\r\n".getBytes(StandardCharsets.US_ASCII), Sample.holding(seed)));
    long start = System.nanoTime();
    try {
      engine.engine().readCertificates(new HeapBulk(seed));
    } catch (SmimeException e) {
      assertTrue(
          e.code() == ErrorCode.NOT_A_CERTIFICATE || e.code() == ErrorCode.TOO_LARGE,
          e.code().text());
    }
    assertTrue((System.nanoTime() - start) / 1_000_000 < AttackedEngine.SOON);
  }

  private static List<byte[]> read(String archive) throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    try (DataInputStream tar =
        new DataInputStream(
            new GZIPInputStream(
                Files.newInputStream(Vectors.folder("fuzz-seeds").resolve(archive + ".tar.gz"))))) {
      while (true) {
        byte[] header = new byte[BLOCK];
        tar.readFully(header);
        if (header[0] == 0) {
          return seeds;
        }
        String octal = new String(header, 124, 11, StandardCharsets.US_ASCII).strip();
        byte[] content = new byte[Integer.parseInt(octal, 8)];
        tar.readFully(content);
        tar.skipNBytes((BLOCK - content.length % BLOCK) % BLOCK);
        seeds.add(content);
      }
    } catch (EOFException e) {
      return seeds;
    }
  }
}
