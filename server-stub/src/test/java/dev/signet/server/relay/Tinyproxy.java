package dev.signet.server.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real HTTP proxy at 127.0.0.1 that wants Basic authentication. */
final class Tinyproxy implements AutoCloseable {
  static final String USER = "relay";
  static final String PASSWORD = "not4responders";
  private static final int ATTEMPTS = 5;

  private final Process process;
  private final int port;

  private Tinyproxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one; returns when it listens. */
  static Tinyproxy start(Path folder) throws Exception {
    for (int i = 0; i < ATTEMPTS; i++) {
      Tinyproxy started = attempt(folder);
      if (started.listens()) {
        return started;
      }
    }
    throw new AssertionError("no proxy: " + Files.readString(folder.resolve("output")));
  }

  /** It cannot pick a port by itself, so it gets one that was free just now. */
  private static Tinyproxy attempt(Path folder) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    Path config = folder.resolve("tinyproxy.conf");
    Files.writeString(
        config,
        "Port %d%nListen 127.0.0.1%nBasicAuth %s %s%nLogLevel Connect%n"
            .formatted(port, USER, PASSWORD));
    try {
      return new Tinyproxy(
          new ProcessBuilder("tinyproxy", "-d", "-c", config.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output").toFile())
              .start(),
          port);
    } catch (IOException e) {
      throw new AssertionError("tinyproxy is needed: " + e.getMessage(), e);
    }
  }

  private boolean listens() throws Exception {
    Until.holds("the proxy listens or has ended", () -> !process.isAlive() || answers());
    return process.isAlive();
  }

  private boolean answers() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
