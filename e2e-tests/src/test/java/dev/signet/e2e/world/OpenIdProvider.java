package dev.signet.e2e.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A provider that others wrote, in Node: the one that the server's own tests sign in with. It takes
 * every name and every password.
 */
public final class OpenIdProvider implements AutoCloseable {
  /** The site's name there. */
  public static final String CLIENT = "signet";

  /** The site's secret there. */
  public static final String SECRET = "a secret of a client that exists in a test alone";

  private static final Path FOLDER = Project.root().resolve("server-stub/src/test/oidc");
  private static final long INSTALL_SECONDS = 300;

  private final Process process;
  private final String issuer;

  private OpenIdProvider(Process process, String issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /** Starts it at a port of the address 127.0.0.1, for a site with this callback. */
  public static OpenIdProvider start(String callback) {
    try {
      install();
      Process process =
          new ProcessBuilder("node", "provider.js", callback, CLIENT, SECRET)
              .directory(FOLDER.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      BufferedReader told =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        if (line.startsWith("http://")) {
          return new OpenIdProvider(process, line);
        }
      }
      throw new IllegalStateException("the provider did not start");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void install() throws IOException {
    Path script = Project.root().resolve("web/install.js");
    Process process =
        new ProcessBuilder("node", script.toString(), ".")
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroy();
        throw new IllegalStateException("the provider could not be installed in " + FOLDER);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Its identifier, which is its address as well. */
  public String issuer() {
    return issuer;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
