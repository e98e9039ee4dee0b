package dev.signet.e2e.mozilla;

import dev.signet.e2e.world.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A profile of a program's own, whose settings let it be driven and keep it from the network: its
 * proxy is a port where nobody listens.
 */
public final class MozillaProfile {
  private static final List<String> SETTINGS =
      List.of(
          "app.update.enabled=false",
          "datareporting.policy.dataSubmissionEnabled=false",
          "toolkit.telemetry.enabled=false",
          "network.proxy.type=1",
          "network.proxy.socks=\"127.0.0.1\"",
          "network.proxy.socks_port=9");

  private final Path folder;
  private final int port;

  private MozillaProfile(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * Writes the settings.
   *
   * @param settings beyond those that every program has: name, `=`, and a value in JavaScript
   */
  public static MozillaProfile in(Path folder, List<String> settings) {
    try {
      int port = Loopback.freePort();
      StringBuilder text = new StringBuilder("user_pref(\"marionette.port\", " + port + ");\n");
      for (List<String> some : List.of(SETTINGS, settings)) {
        for (String setting : some) {
          String[] parts = setting.split("=", 2);
          text.append("user_pref(\"" + parts[0] + "\", " + parts[1] + ");\n");
        }
      }
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("user.js"), text);
      return new MozillaProfile(folder, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a program in it, without a screen; it ends with this process at the latest. */
  public Process start(String program) {
    try {
      Process process =
          new ProcessBuilder(
                  program,
                  "--headless",
                  "-marionette",
                  "-remote-allow-system-access",
                  "-no-remote",
                  "-profile",
                  folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The connection to the program that was started. */
  public Marionette connect() {
    try {
      return Marionette.connect(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }
}
