package dev.signet.e2e.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built parts of the product lie. */
public final class Project {
  private static final Path ROOT =
      Path.of(System.getProperty("signet.root", "..")).toAbsolutePath().normalize();

  private Project() {}

  /** The folder of the parent pom. */
  public static Path root() {
    return ROOT;
  }

  /** The server, with the web files inside. */
  public static Path serverJar() {
    return built(ROOT.resolve("server-stub/target/signet-server.jar"));
  }

  /** The SDK as any static host would serve it. */
  public static Path sdk() {
    return built(ROOT.resolve("web/sdk/dist"));
  }

  /** A file of the tests' own, as text. */
  public static String resource(String path) {
    try (InputStream file = Project.class.getResourceAsStream(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new, empty folder for what a run leaves behind. */
  public static Path scratch(String name) {
    try {
      Path target = Files.createDirectories(ROOT.resolve("e2e-tests/target/run"));
      return Files.createTempDirectory(target, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path built(Path path) {
    if (!Files.exists(path)) {
      throw new IllegalStateException(path + " has not been built; run `mvn verify` from the root");
    }
    return path;
  }
}
