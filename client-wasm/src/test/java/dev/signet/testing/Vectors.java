package dev.signet.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The published test vectors, which lie beside the project. */
public final class Vectors {
  private Vectors() {}

  /**
   * A folder of vectors, such as {@code pkcs12-keyfile}. Where it is missing, the test is skipped
   * and says so.
   */
  public static Path folder(String name) {
    String root = System.getProperty("signet.root", ".");
    Path folder = Path.of(root).resolve("../shared/vectors").resolve(name).normalize();
    if (!Files.isDirectory(folder)) {
      // Where Maven is not what runs the test, the working directory is the module's.
      folder = Path.of("../../shared/vectors").resolve(name).toAbsolutePath().normalize();
    }
    assumeTrue(Files.isDirectory(folder), "the vectors " + name + " are not there: " + folder);
    return folder;
  }

  /** A file of the Wycheproof vectors by its name without endings. */
  public static JsonNode wycheproof(String name) {
    try (InputStream in =
        new GZIPInputStream(
            Files.newInputStream(folder("wycheproof").resolve(name + ".json.gz")))) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
